using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>The key parameters of both directions.</summary>
public abstract class SecureStringKeyCommand : PSCmdlet
{
    internal void CheckKeys(SecureString? secureKey, byte[]? key)
    {
        int? length = secureKey is not null ? secureKey.Length * 2 : key?.Length;
        if (length is null or 16 or 24 or 32) return;
        ThrowTerminatingError(new ErrorRecord(
            new ArgumentException("The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits."), "Argument", ErrorCategory.InvalidArgument, null));
    }
}

[Cmdlet(VerbsData.ConvertTo, "SecureString", DefaultParameterSetName = "Secure")]
[OutputType(typeof(SecureString))]
public sealed class ConvertToSecureStringCommand : SecureStringKeyCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string String { get; set; } = "";

    [Parameter(Position = 1, ParameterSetName = "PlainText")]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter(Position = 2, ParameterSetName = "PlainText")]
    public SwitchParameter Force { get; set; }

    [Parameter(Position = 1, ParameterSetName = "Secure")]
    public SecureString? SecureKey { get; set; }

    [Parameter(ParameterSetName = "Open")]
    public byte[]? Key { get; set; }

    protected override void BeginProcessing() => CheckKeys(SecureKey, Key);

    protected override void ProcessRecord()
    {
        if (AsPlainText)
        {
            WriteObject(Protected(String));
            return;
        }

        try
        {
            WriteObject(Decrypted());
        }
        catch (Exception error) when (error is FormatException or CryptographicException or PSArgumentException or ArgumentException)
        {
            WriteError(new ErrorRecord(error, "ImportSecureString_InvalidArgument", ErrorCategory.InvalidArgument, null));
        }
    }

    private static SecureString Protected(string text)
    {
        var result = new SecureString();
        foreach (char character in text) result.AppendChar(character);
        result.MakeReadOnly();
        return result;
    }

    private SecureString Decrypted()
    {
        bool hasKey = SecureKey is not null || Key is not null;
        string encrypted = String;
        byte[]? vector = null;
        // Text encrypted with a key: a header, then Base64 of version|initialization vector|data.
        if (encrypted.StartsWith(SecureStringHelper.SecureStringExportHeader, StringComparison.OrdinalIgnoreCase))
        {
            string[] parts = Encoding.Unicode.GetString(Convert.FromBase64String(encrypted[SecureStringHelper.SecureStringExportHeader.Length..])).Split('|');
            if (parts.Length != 3) throw new FormatException("Input string was not in a correct format.");
            vector = Convert.FromBase64String(parts[1]);
            encrypted = parts[2];
        }

        if (!hasKey) return SecureStringHelper.Unprotect(encrypted);
        return SecureKey is not null ? SecureStringHelper.Decrypt(encrypted, SecureKey, vector) : SecureStringHelper.Decrypt(encrypted, Key, vector);
    }
}

[Cmdlet(VerbsData.ConvertFrom, "SecureString", DefaultParameterSetName = "Secure")]
[OutputType(typeof(string))]
public sealed class ConvertFromSecureStringCommand : SecureStringKeyCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public SecureString? SecureString { get; set; }

    [Parameter(Position = 1, ParameterSetName = "Secure")]
    public SecureString? SecureKey { get; set; }

    [Parameter(ParameterSetName = "AsPlainText")]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter(ParameterSetName = "Open")]
    public byte[]? Key { get; set; }

    protected override void BeginProcessing() => CheckKeys(SecureKey, Key);

    protected override void ProcessRecord()
    {
        if (SecureString is null) return;
        if (AsPlainText)
        {
            WriteObject(new System.Net.NetworkCredential("", SecureString).Password);
            return;
        }

        if (SecureString.Length == 0)
        {
            WriteObject("");
            return;
        }

        EncryptionResult? encrypted = SecureKey is not null
            ? SecureStringHelper.Encrypt(SecureString, SecureKey)
            : Key is not null ? SecureStringHelper.Encrypt(SecureString, Key) : null;
        if (encrypted is null)
        {
            WriteObject(SecureStringHelper.Protect(SecureString));
            return;
        }

        string data = string.Create(CultureInfo.InvariantCulture, $"2|{encrypted.IV}|{encrypted.EncryptedData}");
        WriteObject(SecureStringHelper.SecureStringExportHeader + Convert.ToBase64String(Encoding.Unicode.GetBytes(data)));
    }
}
