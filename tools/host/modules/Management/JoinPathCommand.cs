using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Join, "Path")]
[OutputType(typeof(string))]
public sealed class JoinPathCommand : CoreCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? ChildPath { get; set; }

    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] AdditionalChildPath { get; set; } = [];

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    protected override void ProcessRecord()
    {
        string[] children = [.. ChildPath ?? [], .. AdditionalChildPath ?? []];
        foreach (string path in Path)
        {
            TryWithPath(() =>
            {
                string joined = path;
                foreach (string child in children.Length > 0 ? children : [""])
                {
                    joined = SessionState.Path.Combine(joined, child, CreateContext());
                }

                if (!Resolve)
                {
                    if (joined is not null) WriteObject(joined);
                    return;
                }

                foreach (PathInfo found in SessionState.Path.GetResolvedPSPathFromPSPath(joined, CreateContext())) WriteObject(found.Path);
            });
        }
    }
}
