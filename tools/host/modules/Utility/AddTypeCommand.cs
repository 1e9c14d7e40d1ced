using System.Management.Automation;
using System.Reflection;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Add, "Type", DefaultParameterSetName = "FromSource")]
[OutputType(typeof(Type))]
public sealed class AddTypeCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "FromSource")]
    public string? TypeDefinition { get; set; }

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "FromPath")]
    [WindowsPath]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "FromLiteralPath")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "FromAssemblyName")]
    [Alias("AN")]
    public string[] AssemblyName { get; set; } = [];

    [Parameter(ParameterSetName = "FromPath")]
    [Parameter(ParameterSetName = "FromLiteralPath")]
    [Parameter(ParameterSetName = "FromAssemblyName")]
    public SwitchParameter PassThru { get; set; }

    protected override void BeginProcessing()
    {
        if (TypeDefinition is not null)
        {
            // The compiler ships with pwsh, not with the engine.
            ThrowTerminatingError(new ErrorRecord(
                new PSNotSupportedException("This console host cannot compile C# source. Use -Path with a compiled assembly, a PowerShell class, or a full pwsh."), "CompilerNotAvailable", ErrorCategory.NotImplemented, null));
        }

        foreach (string name in AssemblyName) Load(name, () => Assembly.Load(new AssemblyName(name)), () => LoadBesideFramework(name));
        foreach (string path in LiteralPath) LoadFile(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
        foreach (string pattern in Path)
        {
            foreach (string path in SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out _)) LoadFile(path);
        }
    }

    private void LoadFile(string path)
    {
        if (!path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
        {
            ThrowTerminatingError(new ErrorRecord(
                new PSNotSupportedException($"This console host cannot compile '{path}'. Use a compiled assembly (.dll)."), "CompilerNotAvailable", ErrorCategory.NotImplemented, path));
        }

        Load(path, () => Assembly.LoadFrom(path), null);
    }

    private void Load(string name, Func<Assembly> load, Func<Assembly?>? fallback)
    {
        Assembly? assembly = null;
        try
        {
            assembly = load();
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            assembly = fallback?.Invoke();
            if (assembly is null) ThrowTerminatingError(new ErrorRecord(error, error.GetType().FullName, ErrorCategory.InvalidOperation, name));
        }

        if (PassThru && assembly is not null) WriteObject(assembly.GetTypes(), true);
    }

    private static Assembly? LoadBesideFramework(string name)
    {
        string file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "", name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
