using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Management.Automation.Language;
using System.Security.Cryptography.X509Certificates;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.New, "Object", DefaultParameterSetName = "Net")]
public sealed class NewObjectCommand : PSCmdlet
{
    private const string CertificateClasses = "System.Security.Cryptography.X509Certificates";

    /// <summary>The classes whose constructors take a file first, where scripts for Windows write its path.</summary>
    private static readonly HashSet<Type> BeginWithAPath =
        [typeof(X509Certificate), typeof(X509Certificate2), typeof(StreamReader), typeof(StreamWriter), typeof(FileStream), typeof(FileInfo), typeof(DirectoryInfo)];

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Net")]
    [ValidateTrustedData]
    public string TypeName { get; set; } = "";

    [Parameter(Position = 1, ParameterSetName = "Net")]
    [ValidateTrustedData]
    [Alias("Args")]
    public object?[]? ArgumentList { get; set; }

    [Parameter]
    [ValidateTrustedData]
    public IDictionary? Property { get; set; }

    protected override void BeginProcessing()
    {
        Type type = FindType();
        // What Windows has in the classes for certificates comes with the drive.
        if (type.Namespace == CertificateClasses) DefaultDrives.Mount(this, "Cert");
        if (Context.LanguageMode == PSLanguageMode.ConstrainedLanguage && !CoreTypes.Contains(type))
        {
            ThrowTerminatingError(new ErrorRecord(
                new PSNotSupportedException($"Cannot create type. Only core types are supported in this language mode."), "CannotCreateTypeConstrainedLanguage", ErrorCategory.PermissionDenied, null));
        }

        object created = Create(type);
        if (Property is not null)
        {
            created = LanguagePrimitives.SetObjectProperties(created, Property, type, MemberNotFound, MemberNotSet, true);
        }

        WriteObject(created);
    }

    /// <summary>A path on a Windows drive or share as .NET finds it; anything else as it is.</summary>
    private object? OfThisHost(object? argument)
    {
        if (PSObject.Base(argument) is not string { Length: > 2 } given || OperatingSystem.IsWindows()) return argument;
        bool isOnDrive = char.IsAsciiLetter(given[0]) && given[1] == ':';
        if (!isOnDrive && !given.StartsWith(@"\\", StringComparison.Ordinal)) return argument;
        try
        {
            string path = WindowsPath.Of(SessionState, given);
            return path == given && !isOnDrive ? argument : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        }
        catch (SessionStateException)
        {
            // No such drive: the class will say what is wrong with the path.
            return argument;
        }
    }

    private Type FindType()
    {
        Type? type = null;
        Exception? failure = null;
        try
        {
            type = TypeResolver.ResolveType(TypeName, out failure);
        }
        catch (PSInvalidCastException error)
        {
            failure = error;
        }

        if (type is not null) return type;
        var wrapped = new PSArgumentException($"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded.", failure);
        ThrowTerminatingError(new ErrorRecord(wrapped, "TypeNotFound", ErrorCategory.InvalidType, null));
        return typeof(object);
    }

    private object Create(Type type)
    {
        object?[] arguments = ArgumentList ?? [];
        if (BeginWithAPath.Contains(type) && arguments.Length > 0) arguments = [OfThisHost(arguments[0]), .. arguments[1..]];
        try
        {
            if (type.IsValueType && arguments.Length == 0) return Activator.CreateInstance(type)!;
            return DotNetAdapter.ConstructorInvokeDotNet(type, type.GetConstructors(), [.. arguments.Select(PSObject.Base)]);
        }
        catch (MethodException error)
        {
            // No constructor fits the arguments, or the one chosen refused them.
            string errorId = error is MethodInvocationException ? "ConstructorInvokedThrowException" : "CannotFindAppropriateCtor";
            Exception shown = error is MethodInvocationException
                ? error
                : new PSArgumentException($"A constructor was not found. Cannot find an appropriate constructor for type {TypeName}.", error);
            ErrorCategory category = error is MethodInvocationException ? ErrorCategory.InvalidOperation : ErrorCategory.ObjectNotFound;
            ThrowTerminatingError(new ErrorRecord(shown, errorId, category, null));
            throw;
        }
    }

    private void MemberNotFound(object target, DictionaryEntry property, Type type) =>
        WriteError(new ErrorRecord(
            new InvalidOperationException($"The member \"{property.Key}\" was not found for the specified {type.FullName} object."), "InvalidOperationException", ErrorCategory.InvalidOperation, null));

    private void MemberNotSet(SetValueException error) =>
        WriteError(new ErrorRecord(error, "SetValueException", ErrorCategory.InvalidData, null));
}
