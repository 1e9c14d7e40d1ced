using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Security.Cryptography;

namespace Microsoft.PowerShell.Commands;

/// <summary>The digest of a file or stream.</summary>
public sealed class FileHashInfo
{
    public string Algorithm { get; internal init; } = "";

    public string Hash { get; internal init; } = "";

    public string? Path { get; internal init; }
}

[Cmdlet(VerbsCommon.Get, "FileHash", DefaultParameterSetName = "Path")]
[OutputType(typeof(FileHashInfo))]
public sealed class GetFileHashCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipelineByPropertyName = true)]
    [WindowsPath]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "StreamParameterSet")]
    public Stream? InputStream { get; set; }

    [Parameter(Position = 1)]
    [ValidateSet("SHA1", "SHA256", "SHA384", "SHA512", "MD5")]
    public string Algorithm { get; set; } = "SHA256";

    protected override void ProcessRecord()
    {
        foreach (string path in LiteralPath) HashFile(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
        foreach (string pattern in Path)
        {
            try
            {
                Collection<string> found = SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out _);
                foreach (string path in found) HashFile(path);
            }
            catch (ItemNotFoundException error)
            {
                WriteError(new ErrorRecord(error, "FileNotFound", ErrorCategory.ObjectNotFound, pattern));
            }
        }
    }

    protected override void EndProcessing()
    {
        if (InputStream is not null) Write(InputStream, null);
    }

    private void HashFile(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            Write(stream, path);
        }
        catch (FileNotFoundException error)
        {
            WriteError(new ErrorRecord(error, "FileNotFound", ErrorCategory.ObjectNotFound, path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(error, "FileReadError", ErrorCategory.ReadError, path));
        }
    }

    private void Write(Stream stream, string? path)
    {
        byte[] digest = CryptographicOperations.HashData(new HashAlgorithmName(Algorithm.ToUpperInvariant()), stream);
        WriteObject(new FileHashInfo { Algorithm = Algorithm.ToUpperInvariant(), Hash = Convert.ToHexString(digest), Path = path });
    }
}
