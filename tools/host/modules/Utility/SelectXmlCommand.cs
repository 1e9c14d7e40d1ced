using System.Collections;
using System.Management.Automation;
using System.Xml;
using System.Xml.XPath;

namespace Microsoft.PowerShell.Commands;

/// <summary>A node that Select-Xml found.</summary>
public sealed class SelectXmlInfo
{
    public XmlNode? Node { get; set; }

    public string Path { get; set; } = "InputStream";

    public string Pattern { get; set; } = "";

    public override string ToString() => Node?.InnerText ?? "";
}

[Cmdlet(VerbsCommon.Select, "Xml", DefaultParameterSetName = "Xml")]
[OutputType(typeof(SelectXmlInfo))]
public sealed class SelectXmlCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string XPath { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Xml")]
    [ValidateNotNullOrEmpty]
    [Alias("Node")]
    public XmlNode[] Xml { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Content")]
    [ValidateNotNullOrEmpty]
    public string[] Content { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public Hashtable Namespace { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (XmlNode node in Xml) Select(node, null);
        foreach (string text in Content) Load(document => document.LoadXml(text), null);
        foreach (string path in Path) foreach (string file in SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)) Load(document => document.Load(file), file);
        foreach (string path in LiteralPath)
        {
            string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            Load(document => document.Load(file), file);
        }
    }

    private void Load(Action<XmlDocument> load, string? file)
    {
        // No document of a script reaches out for another one.
        var document = new XmlDocument { XmlResolver = null };
        try
        {
            load(document);
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            string message = file is null ? $"The text cannot be read as XML: {error.Message}" : $"The file '{file}' cannot be read as XML: {error.Message}";
            WriteError(new ErrorRecord(new ArgumentException(message, error), "ProcessingFile", ErrorCategory.InvalidArgument, file));
            return;
        }

        Select(document, file);
    }

    private void Select(XmlNode node, string? file)
    {
        try
        {
            foreach (XmlNode found in node.SelectNodes(XPath, Names(node))!)
            {
                WriteObject(file is null ? new SelectXmlInfo { Node = found, Pattern = XPath } : new SelectXmlInfo { Node = found, Pattern = XPath, Path = file });
            }
        }
        catch (XPathException error)
        {
            WriteError(new ErrorRecord(error, "PrefixError", ErrorCategory.InvalidOperation, XPath));
        }
    }

    private XmlNamespaceManager Names(XmlNode node)
    {
        XmlDocument owner = node as XmlDocument ?? node.OwnerDocument ?? new XmlDocument();
        var names = new XmlNamespaceManager(owner.NameTable);
        foreach (DictionaryEntry entry in Namespace) names.AddNamespace((string)entry.Key, entry.Value?.ToString() ?? "");
        return names;
    }
}
