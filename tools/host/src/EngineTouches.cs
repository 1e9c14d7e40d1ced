using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Microsoft.PowerShell.Commands;

namespace ConsoleHosting;

/// <summary>The places where the engine's internals are set up as pwsh's own host sets them up.</summary>
internal static class EngineTouches
{
    /// <summary>
    /// Makes <c>InitialSessionState.CreateDefault()</c>, and with it <c>[powershell]::Create()</c>, runspace pools and session
    /// configuration files, work without the assemblies that only ship with pwsh: the list of default snap-ins names them.
    /// </summary>
    public static void TrimDefaultSnapIns()
    {
        string engine = typeof(PSObject).Assembly.GetName().Name ?? "";
        PSSnapInReader.DefaultMshSnapins.RemoveAllExcept(engine);
    }

    /// <summary>What has to be done before the first runspace.</summary>
    public static void PrepareEngine()
    {
        TrimDefaultSnapIns();
        FillTypeAccelerators();
        ProvideModuleAnalysisCache();
    }

    private static void RemoveAllExcept(this IList<PSSnapInReader.DefaultPSSnapInInformation> snapIns, string assemblyName)
    {
        for (int i = snapIns.Count - 1; i >= 0; i--)
        {
            if (snapIns[i].AssemblyName != assemblyName) snapIns.RemoveAt(i);
        }
    }

    /// <summary>The engine fills this table without a lock; two parallel runspaces doing so together fail now and then.</summary>
    public static void FillTypeAccelerators() => _ = TypeAccelerators.Get;

    /// <summary>
    /// Puts an empty cache of module analyses where the engine keeps it, if there is none: for a missing file the engine
    /// waits three times 25 ms at the first module, in case another process is just writing it.
    /// </summary>
    public static void ProvideModuleAnalysisCache()
    {
        try
        {
            string path = AnalysisCacheData.s_cacheStoreLocation;
            if (string.IsNullOrEmpty(path) || File.Exists(path)) return;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
            file.Write("PSMODULECACHE\u0001"u8);
            file.Write(BitConverter.GetBytes(0));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // A home that cannot be written to: the engine goes without its cache as well.
        }
    }

    /// <summary>
    /// Lets <c>Import-Module</c> find a path in any case, as Windows would: the engine's own cmdlet gets what our cmdlets
    /// over paths have, a transformation of its parameter.
    /// </summary>
    public static void LetImportModuleTakeWindowsPaths(Runspace runspace)
    {
        InternalParameterMetadata parameters = InternalParameterMetadata.Get(typeof(ImportModuleCommand), runspace.ExecutionContext, false);
        CompiledCommandParameter name = parameters.BindableParameters["Name"];
        ref ArgumentTransformationAttribute[] transformations = ref TransformationsOf(name);
        transformations = [.. transformations, new WindowsPathAttribute()];
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<ArgumentTransformationAttributes>k__BackingField")]
    private static extern ref ArgumentTransformationAttribute[] TransformationsOf(CompiledCommandParameter parameter);

    /// <summary>Lets <c>exit N</c> in a script file reach the host instead of only setting <c>$LASTEXITCODE</c>.</summary>
    public static void LetScriptFilesExit(Runspace runspace) =>
        runspace.ExecutionContext.ScriptCommandProcessorShouldRethrowExit = true;

    /// <summary>The value of <c>$?</c> after the last pipeline.</summary>
    public static bool LastCommandSucceeded(Runspace runspace) => runspace.ExecutionContext.QuestionMarkVariableValue;
}
