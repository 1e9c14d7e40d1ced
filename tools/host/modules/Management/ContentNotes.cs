using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>The notes on each line that tell which file it came from.</summary>
internal sealed class ContentNotes
{
    private readonly List<PSNoteProperty> _notes = [];

    public ContentNotes(PSCmdlet cmdlet, PathInfo item)
    {
        string path = item.Path;
        _notes.Add(new PSNoteProperty("PSPath", item.ToString()));
        try
        {
            _notes.Add(new PSNoteProperty("PSParentPath", cmdlet.SessionState.Path.ParseParent(path, "")));
            _notes.Add(new PSNoteProperty("PSChildName", cmdlet.SessionState.Path.ParseChildName(path)));
        }
        catch (NotSupportedException)
        {
            // A provider without containers has neither.
        }

        if (item.Drive is not null) _notes.Add(new PSNoteProperty("PSDrive", item.Drive));
        _notes.Add(new PSNoteProperty("PSProvider", item.Provider));
    }

    public PSObject Attach(object item, long number)
    {
        PSObject result = PSObject.AsPSObject(item, true);
        foreach (PSNoteProperty note in _notes) result.Properties.Add(note, true);
        result.Properties.Add(new PSNoteProperty("ReadCount", number), true);
        return result;
    }
}
