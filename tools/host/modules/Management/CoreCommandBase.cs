using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// What cmdlets over providers share: the context in which a provider works for them (it writes objects and errors straight
/// to this cmdlet, asks its ShouldProcess and stops with it) and the parameters that a provider adds.
/// </summary>
public abstract class CoreCommandBase : PSCmdlet, IDynamicParameters
{
    private readonly List<CmdletProviderContext> _contexts = [];
    private object? _dynamicParameters;

    internal virtual string? ProviderFilter => null;

    internal virtual string[] ProviderInclude => [];

    internal virtual string[] ProviderExclude => [];

    internal virtual bool ProviderForce => false;

    internal virtual bool IsLiteral => false;

    /// <summary>The path whose provider may add parameters; null for the current location.</summary>
    internal virtual string? PathForDynamicParameters => null;

    public object? GetDynamicParameters()
    {
        DefaultDrives.MountFor(this);
        try
        {
            CmdletProviderContext context = CreateContext();
            context.PassThru = false;
            string path = PathForDynamicParameters ?? ".";
            _dynamicParameters = GetProviderParameters(path, context);
        }
        catch (Exception error) when (IsMissingPath(error))
        {
            // The path is reported when it is used.
            _dynamicParameters = null;
        }

        return _dynamicParameters;
    }

    internal virtual object? GetProviderParameters(string path, CmdletProviderContext context) => null;

    internal CmdletProviderContext CreateContext()
    {
        var context = new CmdletProviderContext(this)
        {
            Force = ProviderForce,
            SuppressWildcardExpansion = IsLiteral,
            DynamicParameters = _dynamicParameters,
        };
        context.SetFilters(new Collection<string>(ProviderInclude), new Collection<string>(ProviderExclude), ProviderFilter);
        lock (_contexts) _contexts.Add(context);
        return context;
    }

    protected override void StopProcessing()
    {
        lock (_contexts)
        {
            foreach (CmdletProviderContext context in _contexts) context.StopProcessing();
        }
    }

    /// <summary>Runs the action for each path; a path that does not exist is one error and the next one follows.</summary>
    internal void ForEachPath(IEnumerable<string> paths, Action<string> action)
    {
        foreach (string path in paths) TryWithPath(() => action(path));
    }

    internal bool TryWithPath(Action action)
    {
        try
        {
            try
            {
                action();
            }
            catch (System.Management.Automation.DriveNotFoundException missing) when (DefaultDrives.Mount(this, missing.ItemName))
            {
                action();
            }

            return true;
        }
        catch (Exception error) when (IsMissingPath(error) || error is PSNotSupportedException)
        {
            if (error is IContainsErrorRecord holder) WriteError(new ErrorRecord(holder.ErrorRecord, error));
            return false;
        }
    }

    private static bool IsMissingPath(Exception error) =>
        error is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSArgumentException;
}
