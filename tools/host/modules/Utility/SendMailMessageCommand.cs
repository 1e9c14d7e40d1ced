using System.Management.Automation;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>Sends a message by a mail server, as reports of expiry do at their end.</summary>
[Cmdlet(VerbsCommunications.Send, "MailMessage")]
public sealed class SendMailMessageCommand : PSCmdlet
{
    private readonly MailMessage _message = new();

    [Parameter(ValueFromPipeline = true)]
    [Alias("PsPath")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string[]? Attachments { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Bcc { get; set; } = [];

    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    public string? Body { get; set; }

    [Parameter]
    [Alias("BAH")]
    public SwitchParameter BodyAsHtml { get; set; }

    [Parameter]
    [Alias("BE")]
    [ValidateNotNullOrEmpty]
    [ArgumentToEncodingTransformation]
    public Encoding Encoding { get; set; } = Encoding.ASCII;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Cc { get; set; } = [];

    [Parameter]
    [Alias("DNO")]
    public DeliveryNotificationOptions DeliveryNotificationOption { get; set; }

    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string From { get; set; } = "";

    [Parameter(Position = 3)]
    [Alias("ComputerName")]
    [ValidateNotNullOrEmpty]
    public string? SmtpServer { get; set; }

    [Parameter]
    public MailPriority Priority { get; set; }

    [Parameter]
    public string[] ReplyTo { get; set; } = [];

    [Parameter(Position = 1)]
    [Alias("sub")]
    public string? Subject { get; set; }

    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] To { get; set; } = [];

    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter]
    public SwitchParameter UseSsl { get; set; }

    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    protected override void BeginProcessing()
    {
        try
        {
            _message.From = new MailAddress(From);
        }
        catch (FormatException error)
        {
            ThrowTerminatingError(new ErrorRecord(error, "FormatException", ErrorCategory.InvalidType, From));
        }

        Add(_message.To, To);
        Add(_message.CC, Cc);
        Add(_message.Bcc, Bcc);
        Add(_message.ReplyToList, ReplyTo);
        _message.Subject = Subject;
        _message.SubjectEncoding = Encoding;
        _message.Body = Body;
        _message.BodyEncoding = Encoding;
        _message.IsBodyHtml = BodyAsHtml;
        _message.DeliveryNotificationOptions = DeliveryNotificationOption;
        _message.Priority = Priority;
    }

    protected override void ProcessRecord()
    {
        foreach (string path in Attachments ?? [])
        {
            try
            {
                _message.Attachments.Add(new Attachment(PathUtils.ResolveFilePath(path, this, true)));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                WriteError(new ErrorRecord(error, "FileNotAttached", ErrorCategory.OpenError, path));
            }
        }
    }

    protected override void EndProcessing()
    {
        using MailMessage message = _message;
        using SmtpClient client = new(ServerName(), Port == 0 ? 25 : Port) { EnableSsl = UseSsl };
        if (Credential is not null) client.Credentials = Credential.GetNetworkCredential();
        try
        {
            client.Send(message);
        }
        catch (SmtpException error)
        {
            // What the server, or the way there, said is behind the class's own sentence.
            Exception shown = error.InnerException is null ? error : new SmtpException(error.StatusCode, error.GetBaseException().Message);
            WriteError(new ErrorRecord(shown, "SmtpException", ErrorCategory.InvalidOperation, client));
        }
        catch (InvalidOperationException error)
        {
            WriteError(new ErrorRecord(error, "InvalidOperationException", ErrorCategory.InvalidOperation, client));
        }
        catch (AuthenticationException error)
        {
            WriteError(new ErrorRecord(error, "AuthenticationException", ErrorCategory.InvalidOperation, client));
        }
    }

    private string ServerName()
    {
        string? server = SmtpServer ?? GetVariableValue("PSEmailServer")?.ToString();
        if (!string.IsNullOrEmpty(server)) return server;
        ThrowTerminatingError(new ErrorRecord(
            new InvalidOperationException("The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by using either the SmtpServer parameter or the $PSEmailServer variable."),
            "HostNotSpecified",
            ErrorCategory.InvalidArgument,
            null));
        return "";
    }

    private void Add(MailAddressCollection addresses, string[] given)
    {
        foreach (string address in given)
        {
            try
            {
                addresses.Add(new MailAddress(address));
            }
            catch (FormatException error)
            {
                WriteError(new ErrorRecord(error, "FormatException", ErrorCategory.InvalidType, address));
            }
        }
    }
}
