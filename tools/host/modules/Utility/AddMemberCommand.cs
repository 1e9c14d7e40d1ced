using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Add, "Member", DefaultParameterSetName = "TypeNameSet")]
public sealed class AddMemberCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "MemberSet")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "TypeNameSet")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NotePropertySingleMemberSet")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NotePropertyMultiMemberSet")]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "MemberSet")]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; }

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "MemberSet")]
    public string Name { get; set; } = "";

    [Parameter(Position = 2, ParameterSetName = "MemberSet")]
    public object? Value { get; set; }

    [Parameter(Position = 3, ParameterSetName = "MemberSet")]
    public object? SecondValue { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "TypeNameSet")]
    [Parameter(ParameterSetName = "MemberSet")]
    [Parameter(ParameterSetName = "NotePropertySingleMemberSet")]
    [Parameter(ParameterSetName = "NotePropertyMultiMemberSet")]
    [ValidateNotNullOrEmpty]
    public string? TypeName { get; set; }

    [Parameter(ParameterSetName = "MemberSet")]
    [Parameter(ParameterSetName = "NotePropertySingleMemberSet")]
    [Parameter(ParameterSetName = "NotePropertyMultiMemberSet")]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotePropertySingleMemberSet")]
    [NotePropertyName]
    public string NotePropertyName { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "NotePropertySingleMemberSet")]
    [AllowNull]
    public object? NotePropertyValue { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotePropertyMultiMemberSet")]
    [ValidateNotNullOrEmpty]
    public IDictionary? NotePropertyMembers { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        if (!string.IsNullOrEmpty(TypeName)) InputObject.TypeNames.Insert(0, TypeName);
        bool added = ParameterSetName switch
        {
            "NotePropertySingleMemberSet" => Add(new PSNoteProperty(NotePropertyName, NotePropertyValue)),
            "NotePropertyMultiMemberSet" => AddAll(),
            "MemberSet" => CreateMember() is { } member && Add(member),
            _ => true,
        };
        // A plain value is copied when it is wrapped: what carries the member must be handed on.
        if (added && PassThru) WriteObject(InputObject);
    }

    private bool AddAll()
    {
        bool all = true;
        if (NotePropertyMembers is null) return all;
        foreach (DictionaryEntry entry in NotePropertyMembers)
        {
            all &= Add(new PSNoteProperty(LanguagePrimitives.ConvertTo<string>(entry.Key), entry.Value));
        }

        return all;
    }

    private bool Add(PSMemberInfo member)
    {
        if (InputObject is null) return false;
        if (InputObject.Members[member.Name] is { } existing)
        {
            if (!Force)
            {
                Refuse($"Cannot add a member with the name \"{member.Name}\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.", "MemberAlreadyExists");
                return false;
            }

            if (existing.IsInstance) InputObject.Members.Remove(member.Name);
        }

        InputObject.Members.Add(member);
        return true;
    }

    private PSMemberInfo? CreateMember() => MemberType switch
    {
        PSMemberTypes.NoteProperty => new PSNoteProperty(Name, Value),
        PSMemberTypes.ScriptProperty => new PSScriptProperty(Name, Script(Value), Script(SecondValue)),
        PSMemberTypes.ScriptMethod => new PSScriptMethod(Name, Script(Value)),
        PSMemberTypes.AliasProperty => CreateAlias(),
        PSMemberTypes.PropertySet => new PSPropertySet(Name, LanguagePrimitives.ConvertTo<string[]>(Value)),
        PSMemberTypes.MemberSet => Value is null
            ? new PSMemberSet(Name)
            : new PSMemberSet(Name, LanguagePrimitives.ConvertTo<PSMemberInfo[]>(Value)),
        PSMemberTypes.CodeProperty => new PSCodeProperty(Name, PSObject.Base(Value) as System.Reflection.MethodInfo, PSObject.Base(SecondValue) as System.Reflection.MethodInfo),
        PSMemberTypes.CodeMethod => new PSCodeMethod(Name, PSObject.Base(Value) as System.Reflection.MethodInfo),
        _ => RefuseType(),
    };

    private PSAliasProperty CreateAlias()
    {
        string target = LanguagePrimitives.ConvertTo<string>(Value);
        return SecondValue is null ? new PSAliasProperty(Name, target) : new PSAliasProperty(Name, target, LanguagePrimitives.ConvertTo<Type>(SecondValue));
    }

    private static ScriptBlock? Script(object? value) => value is null ? null : LanguagePrimitives.ConvertTo<ScriptBlock>(value);

    private PSMemberInfo? RefuseType()
    {
        ThrowTerminatingError(new ErrorRecord(
            new InvalidOperationException($"Cannot add a member with type \"{MemberType}\". Specify a different type for the MemberTypes parameter."), "CannotAddMemberType", ErrorCategory.InvalidOperation, InputObject));
        return null;
    }

    private void Refuse(string message, string errorId) =>
        WriteError(new ErrorRecord(new InvalidOperationException(message), errorId, ErrorCategory.InvalidOperation, InputObject));

    /// <summary>Leaves the names of member types to the parameter set that has them.</summary>
    private sealed class NotePropertyNameAttribute : ValidateArgumentsAttribute
    {
        protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
        {
            if (!LanguagePrimitives.TryConvertTo(arguments, out PSMemberTypes _)) return;
            const string message = "The parameter NotePropertyName cannot take values that are convertible to the type System.Management.Automation.PSMemberTypes.";
            // Not an error yet: the binder goes on to try the other set.
            throw new ValidationMetadataException(message, true);
        }
    }
}
