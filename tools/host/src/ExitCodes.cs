namespace ConsoleHosting;

/// <summary>The exit codes that pwsh itself gives.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int BadCommandLine = 64;
    public const int InitializationFailed = 70;
}
