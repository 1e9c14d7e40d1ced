using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "PSProvider")]
[OutputType(typeof(ProviderInfo))]
public sealed class GetPSProviderCommand : CoreCommandBase
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] PSProvider { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (PSProvider.Length == 0)
        {
            WriteObject(SessionState.Provider.GetAll(), true);
            return;
        }

        foreach (string name in PSProvider)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            List<ProviderInfo> found = [.. SessionState.Provider.GetAll().Where(provider => provider.IsMatch(pattern, PSSnapinQualifiedName.GetInstance(name)))];
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                var missing = new ProviderNotFoundException(name, SessionStateCategory.CmdletProvider, "ProviderNotFound", "Cannot find a provider with the name '{0}'.");
                WriteError(new ErrorRecord(missing.ErrorRecord, missing));
            }

            WriteObject(found, true);
        }
    }
}
