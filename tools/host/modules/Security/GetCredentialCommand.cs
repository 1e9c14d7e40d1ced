using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Credential", DefaultParameterSetName = "Credential")]
[OutputType(typeof(PSCredential))]
public sealed class GetCredentialCommand : PSCmdlet
{
    private const string DefaultTitle = "PowerShell credential request";
    private const string DefaultMessage = "Enter your credentials.";

    [Parameter(Position = 0, ParameterSetName = "Credential")]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter(ParameterSetName = "Message")]
    [ValidateNotNullOrEmpty]
    public string Message { get; set; } = DefaultMessage;

    [Parameter(Position = 0, ParameterSetName = "Message")]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    [Parameter(ParameterSetName = "Message")]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = DefaultTitle;

    protected override void BeginProcessing()
    {
        if (Credential is not null)
        {
            WriteObject(Credential);
            return;
        }

        try
        {
            PSCredential? answer = Host.UI.PromptForCredential(Title, Message, UserName, "");
            if (answer is not null) WriteObject(answer);
        }
        catch (ArgumentException error)
        {
            WriteError(new ErrorRecord(error, "CouldNotPromptForCredential", ErrorCategory.InvalidOperation, null));
        }
    }
}
