using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>A process that cannot be found, or not be touched.</summary>
public class ProcessCommandException(string message, Exception? inner = null) : SystemException(message, inner)
{
    public string? ProcessName { get; set; }
}

/// <summary>Finding processes by name or id.</summary>
public abstract class ProcessBaseCommand : PSCmdlet
{
    internal List<Process> FindByName(IEnumerable<string> names)
    {
        Process[] all = Process.GetProcesses();
        List<Process> result = [];
        foreach (string name in names)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            List<Process> found = [.. all.Where(process => pattern.IsMatch(NameOf(process)))];
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                Report($"Cannot find a process with the name \"{name}\". Verify the process name and call the cmdlet again.", "NoProcessFoundForGivenName", name);
            }

            result.AddRange(found.Where(process => !result.Exists(known => known.Id == process.Id)));
        }

        return [.. result.OrderBy(NameOf, StringComparer.OrdinalIgnoreCase).ThenBy(process => process.Id)];
    }

    internal List<Process> FindById(IEnumerable<int> ids)
    {
        List<Process> result = [];
        foreach (int id in ids)
        {
            try
            {
                result.Add(Process.GetProcessById(id));
            }
            catch (ArgumentException)
            {
                Report($"Cannot find a process with the process identifier {id}.", "NoProcessFoundForGivenId", id);
            }
        }

        return result;
    }

    internal static string NameOf(Process process)
    {
        try
        {
            return process.ProcessName;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended meanwhile.
            return "";
        }
    }

    internal void Report(string message, string errorId, object target, Exception? cause = null, ErrorCategory category = ErrorCategory.ObjectNotFound) =>
        WriteError(new ErrorRecord(new ProcessCommandException(message, cause), errorId, category, target));
}
