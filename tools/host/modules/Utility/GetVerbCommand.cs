using System.Management.Automation;
using System.Reflection;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Verb")]
[OutputType(typeof(VerbInfo))]
public sealed class GetVerbCommand : Cmdlet
{
    private static readonly (string Group, Type Verbs)[] Groups =
    [
        ("Common", typeof(VerbsCommon)),
        ("Communications", typeof(VerbsCommunications)),
        ("Data", typeof(VerbsData)),
        ("Diagnostic", typeof(VerbsDiagnostic)),
        ("Lifecycle", typeof(VerbsLifecycle)),
        ("Other", typeof(VerbsOther)),
        ("Security", typeof(VerbsSecurity)),
    ];

    [Parameter(ValueFromPipeline = true, Position = 0)]
    public string[] Verb { get; set; } = ["*"];

    [Parameter(ValueFromPipelineByPropertyName = true, Position = 1)]
    [ValidateSet("Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security")]
    public string[]? Group { get; set; }

    protected override void ProcessRecord()
    {
        foreach ((string group, Type verbs) in Groups)
        {
            if (Group is not null && !Group.Contains(group, StringComparer.OrdinalIgnoreCase)) continue;
            foreach (FieldInfo field in verbs.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                if (field.IsLiteral && Array.Exists(Verb, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(field.Name)))
                {
                    WriteObject(new VerbInfo { Verb = field.Name, AliasPrefix = VerbAliasPrefixes.GetVerbAliasPrefix(field.Name), Group = group, Description = VerbDescriptions.GetVerbDescription(field.Name) });
                }
            }
        }
    }
}
