using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "PfxCertificate", DefaultParameterSetName = "ByPath")]
[OutputType(typeof(X509Certificate2))]
public sealed class GetPfxCertificateCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByPath")]
    [WindowsPath]
    public string[] FilePath { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[] LiteralPath { get; set; } = [];

    [Parameter]
    public SecureString? Password { get; set; }

    [Parameter]
    public SwitchParameter NoPromptForPassword { get; set; }

    protected override void ProcessRecord()
    {
        List<string> missing = [];
        string[] given = ParameterSetName == "ByPath" ? FilePath : LiteralPath;
        foreach (string path in given)
        {
            string? file = FileAt(path);
            if (file is null) missing.Add(path);
            else Write(file);
        }

        if (missing.Count == given.Length)
        {
            ThrowTerminatingError(NotFound("None of the specified files were found.", "NoneOfTheFilesFound", null));
        }

        foreach (string path in missing) WriteError(NotFound($"The file {path} was not found.", "FileNotFound", path));
    }

    private static ErrorRecord NotFound(string message, string id, string? path) =>
        new(new FileNotFoundException(message), id, ErrorCategory.ObjectNotFound, path);

    private string? FileAt(string path)
    {
        try
        {
            string file = ParameterSetName == "ByPath"
                ? SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)[0]
                : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            return File.Exists(file) ? file : null;
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Most files need no password; it is asked for when one turns out to.</summary>
    private void Write(string file)
    {
        try
        {
            WriteObject(Load(file, Password));
        }
        catch (CryptographicException) when (Password is null && !NoPromptForPassword && IsProtected(file))
        {
            WriteWithPassword(file, SecretQuestion.Ask(Host, "Enter password"));
        }
        catch (CryptographicException error)
        {
            WriteError(new ErrorRecord(error, "GetPfxCertificateUnknownCryptoError", ErrorCategory.NotSpecified, null));
        }
    }

    private void WriteWithPassword(string file, SecureString password)
    {
        try
        {
            WriteObject(Load(file, password));
        }
        catch (CryptographicException error)
        {
            WriteError(new ErrorRecord(error, "GetPfxCertificateUnknownCryptoError", ErrorCategory.NotSpecified, null));
        }
    }

    private static bool IsProtected(string file) => X509Certificate2.GetCertContentType(file) == X509ContentType.Pfx;

    private static X509Certificate2 Load(string file, SecureString? password)
    {
        if (!IsProtected(file)) return X509CertificateLoader.LoadCertificateFromFile(file);
        string? text = password is null ? null : new System.Net.NetworkCredential("", password).Password;
        return X509CertificateLoader.LoadPkcs12FromFile(file, text);
    }
}
