using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommunications.Read, "Host", DefaultParameterSetName = "AsString")]
[OutputType(typeof(string), typeof(System.Security.SecureString))]
public sealed class ReadHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [AllowNull]
    public object? Prompt { get; set; }

    [Parameter(ParameterSetName = "AsSecureString")]
    public SwitchParameter AsSecureString { get; set; }

    [Parameter(ParameterSetName = "AsString")]
    public SwitchParameter MaskInput { get; set; }

    protected override void BeginProcessing()
    {
        string question = Prompt is null ? "" : TextOf(Prompt);
        if (AsSecureString)
        {
            WriteObject(SecretQuestion.Ask(Host, question));
        }
        else if (MaskInput)
        {
            WriteObject(new System.Net.NetworkCredential("", SecretQuestion.Ask(Host, question)).Password);
        }
        else
        {
            if (Prompt is not null) Host.UI.Write($"{question}: ");
            WriteObject(Host.UI.ReadLine());
        }
    }

    private static string TextOf(object prompt) =>
        LanguagePrimitives.GetEnumerable(prompt) is { } words
            ? string.Join(' ', words.Cast<object?>())
            : prompt.ToString() ?? "";
}
