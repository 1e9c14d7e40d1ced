using System.Management.Automation;
using System.Xml;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Import, "Clixml", DefaultParameterSetName = "ByPath")]
public sealed class ImportClixmlCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByPath")]
    [WindowsPath]
    public string[]? Path { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[]? LiteralPath { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string path in LiteralPath ?? Path ?? [])
        {
            using FileStream stream = PathUtils.OpenFileStream(path, this, LiteralPath is not null);
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var deserializer = new Deserializer(xml);
            while (!deserializer.Done()) WriteObject(deserializer.Deserialize());
        }
    }
}
