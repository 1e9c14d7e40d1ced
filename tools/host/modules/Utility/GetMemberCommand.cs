using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Microsoft.PowerShell.Commands;

/// <summary>One member, as Get-Member lists it.</summary>
public class MemberDefinition(string typeName, string name, PSMemberTypes memberType, string definition)
{
    public string TypeName { get; } = typeName;

    public string Name { get; } = name;

    public PSMemberTypes MemberType { get; } = memberType;

    public string Definition { get; } = definition;

    public override string ToString() => Definition;
}

[Cmdlet(VerbsCommon.Get, "Member")]
[OutputType(typeof(MemberDefinition))]
public sealed class GetMemberCommand : PSCmdlet
{
    private readonly HashSet<string> _seenTypes = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    [Parameter]
    public PSMemberViewTypes View { get; set; } = PSMemberViewTypes.Adapted | PSMemberViewTypes.Extended;

    [Parameter]
    public SwitchParameter Static { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null || InputObject == AutomationNull.Value) return;
        object plain = InputObject.BaseObject;
        Type? staticType = Static ? plain as Type ?? plain.GetType() : null;
        string typeName = staticType?.FullName ?? (InputObject.InternalTypeNames.Count > 0 ? InputObject.InternalTypeNames[0] : "<null>");
        if (!_seenTypes.Add(typeName)) return;

        IEnumerable<PSMemberInfo> members = staticType is null ? MembersOf(InputObject) : StaticMembersOf(staticType);
        foreach (PSMemberInfo member in members
            .Where(IsWanted)
            .OrderBy(member => member.MemberType.ToString(), StringComparer.OrdinalIgnoreCase)
            .ThenBy(member => member.Name, StringComparer.OrdinalIgnoreCase))
        {
            WriteObject(new MemberDefinition(typeName, member.Name, member.MemberType, member.ToString() ?? ""));
        }
    }

    protected override void EndProcessing()
    {
        if (_seenTypes.Count > 0) return;
        WriteError(new ErrorRecord(
            new InvalidOperationException("You must specify an object for the Get-Member cmdlet."), "NoObjectInGetMember", ErrorCategory.CloseError, null));
    }

    private IEnumerable<PSMemberInfo> MembersOf(PSObject target)
    {
        bool everyView = View == PSMemberViewTypes.All;
        return new PSMemberInfoIntegratingCollection<PSMemberInfo>(target, PSObject.GetMemberCollection(everyView ? PSMemberViewTypes.All : View))
            .Match("*", MemberType, Force ? MshMemberMatchOptions.IncludeHidden : MshMemberMatchOptions.None);
    }

    private IEnumerable<PSMemberInfo> StaticMembersOf(Type type) =>
        PSObject.DotNetStaticAdapter.BaseGetMembers<PSMemberInfo>(type).Match("*", MemberType);

    private bool IsWanted(PSMemberInfo member)
    {
        if (!Array.Exists(Name, name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(member.Name))) return false;
        if (Force) return true;
        // Accessor methods repeat what the properties and events say already.
        if (member is not PSMethod) return true;
        return !(member.Name.StartsWith("get_", StringComparison.Ordinal) || member.Name.StartsWith("set_", StringComparison.Ordinal)
            || member.Name.StartsWith("add_", StringComparison.Ordinal) || member.Name.StartsWith("remove_", StringComparison.Ordinal));
    }
}
