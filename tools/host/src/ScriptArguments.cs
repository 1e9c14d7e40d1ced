using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ConsoleHosting;

/// <summary>Arguments after <c>-File script</c>: words that look like parameters become named ones, the others stay positional.</summary>
internal static class ScriptArguments
{
    public static void Read(Queue<string> rest, List<CommandParameter> into)
    {
        string? pendingName = null;
        foreach (string argument in rest)
        {
            if (pendingName is not null)
            {
                into.Add(new CommandParameter(pendingName, argument));
                pendingName = null;
                continue;
            }

            if (argument.Length < 2 || !argument[0].IsDash())
            {
                into.Add(new CommandParameter(null, argument));
                continue;
            }

            int colon = argument.IndexOf(':');
            if (colon < 0) into.Add(new CommandParameter(argument));
            else if (colon == argument.Length - 1) pendingName = argument[..colon];
            else into.Add(new CommandParameter(argument[..colon], BooleanOrText(argument[(colon + 1)..])));
        }

        if (pendingName is not null) into.Add(new CommandParameter(pendingName));
    }

    private static object BooleanOrText(string value) =>
        bool.TryParse(value.AsSpan(value.StartsWith('$') ? 1 : 0), out bool parsed) ? parsed : value;
}
