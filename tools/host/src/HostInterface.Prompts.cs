using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal.Host;
using System.Security;

namespace ConsoleHosting;

/// <summary>Reading lines, secrets, credentials and missing mandatory parameters.</summary>
internal sealed partial class HostInterface
{
    public override string? ReadLine()
    {
        ThrowIfNonInteractive();
        return ReadLineFromInput();
    }

    /// <summary>As <see cref="ReadLine"/>, for the host's own use: commands are read in a non-interactive session too.</summary>
    public string? ReadLineFromInput()
    {
        lock (_writing) _progress.Hide();
        try
        {
            return _input.ReadLine();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    public override SecureString ReadLineAsSecureString() => AskForSecret("");

    /// <summary>The echo is off before the question is seen: whoever answers at once is not shown either.</summary>
    private SecureString AskForSecret(string question)
    {
        ThrowIfNonInteractive();
        var secret = new SecureString();
        foreach (char character in ReadWithoutEcho(question) ?? "") secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }

    public override PSCredential? PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential? PromptForCredential(
        string? caption, string? message, string? userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        ThrowIfNonInteractive();
        WriteCaption(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
            if (string.IsNullOrEmpty(userName)) return null;
        }

        SecureString password = AskForSecret($"Password for user {userName}: ");
        string fullName = string.IsNullOrEmpty(targetName) || userName.Contains('\\') || userName.Contains('@') ? userName : $"{targetName}\\{userName}";
        return new PSCredential(fullName, password);
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        ThrowIfNonInteractive();
        ArgumentNullException.ThrowIfNull(descriptions);
        if (descriptions.Count == 0) throw new PSArgumentException("There must be at least one field.", nameof(descriptions));
        WriteCaption(caption, message);
        if (descriptions.Any(field => !string.IsNullOrEmpty(field.HelpMessage))) WriteLine("(Type !? for Help.)");

        var results = new Dictionary<string, PSObject>();
        foreach (FieldDescription field in descriptions)
        {
            Type type = InternalHostUserInterface.GetFieldType(field) ?? typeof(string);
            object? value = typeof(IList).IsAssignableFrom(type) ? PromptForList(field, type) : PromptForValue(field, type, field.Name + ": ", false);
            results[field.Name] = PSObject.AsPSObject(value);
        }

        return results;
    }

    private object? PromptForList(FieldDescription field, Type type)
    {
        Type element = type.IsArray ? type.GetElementType() ?? typeof(object) : typeof(object);
        var values = new ArrayList();
        while (true)
        {
            object? value = PromptForValue(field, element, $"{field.Name}[{values.Count}]: ", true);
            if (value is null) break;
            values.Add(value);
        }

        return LanguagePrimitives.TryConvertTo(values, type, out object converted) ? converted : values;
    }

    /// <summary>One value of the wanted type; asks again until it converts. Null ends a list.</summary>
    private object? PromptForValue(FieldDescription field, Type type, string prompt, bool emptyEnds)
    {
        if (type == typeof(PSCredential))
        {
            WriteLine(field.Name);
            return PromptForCredential(null, null, null, "", PSCredentialTypes.Default, PSCredentialUIOptions.Default);
        }

        while (true)
        {
            if (type == typeof(SecureString))
            {
                SecureString secret = AskForSecret(prompt);
                return emptyEnds && secret.Length == 0 ? null : secret;
            }

            Write(prompt);
            string? text = ReadLine();
            if (text is null)
            {
                throw new PromptingException(
                    "Cannot process the prompt because standard input has ended.", null, "PromptCanceled", ErrorCategory.OperationStopped);
            }

            if (text == "!?")
            {
                WriteLine(string.IsNullOrEmpty(field.HelpMessage) ? $"No help is available for {field.Name}." : field.HelpMessage);
                continue;
            }

            if (text.Length == 0 && emptyEnds) return null;
            // "!!" stands for a text that begins with an exclamation mark.
            if (text.StartsWith("!!", StringComparison.Ordinal)) text = text[1..];
            if (LanguagePrimitives.TryConvertTo(text, type, out object converted)) return converted;
            WriteErrorLine($"Cannot recognize \"{text}\" as a {type.FullName} due to a format error.");
        }
    }

    private void WriteCaption(string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            WriteLine();
            WriteLine(_colours ? PSStyle.Instance.Bold + caption + PSStyle.Instance.Reset : caption);
        }

        if (!string.IsNullOrEmpty(message)) WriteLine(message);
    }

    private string? ReadWithoutEcho(string question)
    {
        if (Console.IsInputRedirected)
        {
            Write(question);
            return ReadLineFromInput();
        }

        try
        {
            using (TerminalEcho.Off())
            {
                Write(question);
                return ReadLineFromInput();
            }
        }
        finally
        {
            // The line end was not echoed either.
            WriteLine();
        }
    }

    private void ThrowIfNonInteractive()
    {
        if (_nonInteractive)
        {
            throw new PSInvalidOperationException("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");
        }
    }
}
