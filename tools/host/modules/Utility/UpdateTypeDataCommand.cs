using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Update, "TypeData", DefaultParameterSetName = "DynamicTypeSet", SupportsShouldProcess = true)]
public sealed class UpdateTypeDataCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNullOrEmpty]
    public string TypeName { get; set; } = "";

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public PSMemberTypes MemberType { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNullOrEmpty]
    public string? MemberName { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public object? Value { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public object? SecondValue { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNull]
    public Type? TypeConverter { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNull]
    public Type? TypeAdapter { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNullOrEmpty]
    public string? SerializationMethod { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public int SerializationDepth { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNullOrEmpty]
    public string? DefaultDisplayProperty { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNull]
    public string[]? DefaultDisplayPropertySet { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNull]
    public string[]? DefaultKeyPropertySet { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public SwitchParameter Force { get; set; }

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "TypeDataSet")]
    public TypeData[] TypeData { get; set; } = [];

    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = "FileSet")]
    [Alias("FullName")]
    public string[] AppendPath { get; set; } = [];

    [Parameter(ParameterSetName = "FileSet")]
    [ValidateNotNull]
    public string[] PrependPath { get; set; } = [];

    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case "TypeDataSet":
                foreach (TypeData data in TypeData) Update(data);
                break;
            case "FileSet":
                foreach (string path in PrependPath.Concat(AppendPath)) UpdateFromFile(path);
                break;
            default:
                Update(CreateTypeData());
                break;
        }
    }

    private TypeData CreateTypeData()
    {
        var data = new TypeData(TypeName) { IsOverride = Force };
        if (MemberName is not null && CreateMember(MemberName) is { } member) data.Members[MemberName] = member;
        if (TypeConverter is not null) data.TypeConverter = TypeConverter;
        if (TypeAdapter is not null) data.TypeAdapter = TypeAdapter;
        if (SerializationMethod is not null) data.SerializationMethod = SerializationMethod;
        if (MyInvocation.BoundParameters.ContainsKey(nameof(SerializationDepth))) data.SerializationDepth = (uint)SerializationDepth;
        if (DefaultDisplayProperty is not null) data.DefaultDisplayProperty = DefaultDisplayProperty;
        if (DefaultDisplayPropertySet is not null) data.DefaultDisplayPropertySet = new PropertySetData(DefaultDisplayPropertySet);
        if (DefaultKeyPropertySet is not null) data.DefaultKeyPropertySet = new PropertySetData(DefaultKeyPropertySet);
        return data;
    }

    private TypeMemberData? CreateMember(string name)
    {
        switch (MemberType)
        {
            case PSMemberTypes.NoteProperty:
                return new NotePropertyData(name, Value);
            case PSMemberTypes.AliasProperty:
                string target = LanguagePrimitives.ConvertTo<string>(Value);
                return SecondValue is null ? new AliasPropertyData(name, target) : new AliasPropertyData(name, target, LanguagePrimitives.ConvertTo<Type>(SecondValue));
            case PSMemberTypes.ScriptProperty:
                return new ScriptPropertyData(name, Script(Value), Script(SecondValue));
            case PSMemberTypes.ScriptMethod:
                return new ScriptMethodData(name, Script(Value));
            case PSMemberTypes.CodeProperty:
                return new CodePropertyData(name, PSObject.Base(Value) as System.Reflection.MethodInfo, PSObject.Base(SecondValue) as System.Reflection.MethodInfo);
            case PSMemberTypes.CodeMethod:
                return new CodeMethodData(name, PSObject.Base(Value) as System.Reflection.MethodInfo);
            default:
                ThrowTerminatingError(new ErrorRecord(
                    new InvalidOperationException($"The member type \"{MemberType}\" is not valid for the UpdateTypeData cmdlet."), "MemberTypeIsInvalid", ErrorCategory.InvalidOperation, null));
                return null;
        }
    }

    private static ScriptBlock? Script(object? value) => value is null ? null : LanguagePrimitives.ConvertTo<ScriptBlock>(value);

    private void Update(TypeData data)
    {
        if (!ShouldProcess($"TypeName: {data.TypeName}", "Update TypeData")) return;
        var errors = new ConcurrentBag<string>();
        // What was looked up before is remembered per type.
        Context.TypeTable.ClearConsolidatedMembers();
        Context.TypeTable.Update(data, errors, false);
        if (errors.IsEmpty) Context.InitialSessionState.Types.Add(new SessionStateTypeEntry(data, false));
        Report(errors);
    }

    private void UpdateFromFile(string path)
    {
        foreach (string file in SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _))
        {
            if (!ShouldProcess($"FileName: {file}", "Update TypeData")) continue;
            var errors = new ConcurrentBag<string>();
            Context.TypeTable.Update("", file, errors, Context.AuthorizationManager, Context.EngineHostInterface, out _);
            Report(errors);
        }
    }

    private void Report(ConcurrentBag<string> errors)
    {
        foreach (string error in errors)
        {
            WriteError(new ErrorRecord(new InvalidOperationException(error), "TypesDynamicUpdateException", ErrorCategory.InvalidOperation, null));
        }
    }
}
