namespace ConsoleHosting;

/// <summary>Standard error, which may be closed or full: there is nobody left to tell, and that is no reason to crash.</summary>
internal static class StandardError
{
    public static void WriteLine(string text)
    {
        try
        {
            Console.Error.WriteLine(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nothing can be shown.
        }
    }
}
