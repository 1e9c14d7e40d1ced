using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.New, "PSDrive", SupportsShouldProcess = true)]
[OutputType(typeof(PSDriveInfo))]
public sealed class NewPSDriveCommand : CoreCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string PSProvider { get; set; } = "";

    [Parameter(Position = 2, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Root { get; set; } = "";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Scope { get; set; } = "local";

    public override string ToString() => Name;

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        PSProvider.Length == 0 ? null : SessionState.Drive.NewDriveDynamicParameters(PSProvider, context);

    protected override void ProcessRecord() => TryWithPath(() =>
    {
        ProviderInfo provider = SessionState.Internal.GetSingleProvider(PSProvider);
        if (!ShouldProcess($"Name: {Name} Provider: {provider} Root: {Root}", "New drive")) return;
        try
        {
            SessionState.Drive.New(new PSDriveInfo(Name, provider, Root, Description, null), Scope, CreateContext());
        }
        catch (SessionStateException error) when (error is not ProviderNotFoundException)
        {
            WriteError(new ErrorRecord(error.ErrorRecord, error));
        }
    });
}
