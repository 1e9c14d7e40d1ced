using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>For a parameter that is a path: it may be spelled as for Windows.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WindowsPathAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string path => PathOf(engineIntrinsics, path, inputData),
            IList paths when HasText(paths) => paths.Cast<object?>().Select(path => Each(engineIntrinsics, path)).ToArray(),
            _ => inputData,
        };
    }

    private static object? Each(EngineIntrinsics engine, object? element) =>
        (element is PSObject wrapped ? wrapped.BaseObject : element) is string path ? PathOf(engine, path, element!) : element;

    /// <summary>What needs no change keeps its identity, and with it what PowerShell knows about it.</summary>
    private static object PathOf(EngineIntrinsics engine, string path, object given)
    {
        string found = WindowsPath.Of(engine.SessionState, path);
        return found == path ? given : found;
    }

    private static bool HasText(IList values) =>
        values.Cast<object?>().Any(value => (value is PSObject wrapped ? wrapped.BaseObject : value) is string);
}
