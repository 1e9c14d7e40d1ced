using System.Runtime.CompilerServices;

[assembly: IgnoresAccessChecksTo("System.Management.Automation")]

namespace System.Runtime.CompilerServices;

/// <summary>Known to the runtime by name: code of the marked assembly may use non-public members of the named one.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    public string AssemblyName { get; } = assemblyName;
}
