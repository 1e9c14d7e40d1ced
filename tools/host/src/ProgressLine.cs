using System.Management.Automation;

namespace ConsoleHosting;

/// <summary>Progress on a terminal: one line, rewritten in place. Nothing at all where nobody is there to see it.</summary>
internal sealed class ProgressLine(bool visible)
{
    private const string EraseLine = "\r\u001b[K";
    private bool _shown;

    public void Show(ProgressRecord record)
    {
        if (!visible) return;
        Hide();
        if (record.RecordType == ProgressRecordType.Completed) return;
        string percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : "";
        string text = $"{record.Activity}: {record.StatusDescription}{percent}".ReplaceLineEndings(" ");
        int width = Math.Max(Console.WindowWidth - 1, 1);
        Console.Out.Write(text.Length > width ? text[..width] : text);
        _shown = true;
    }

    public void Hide()
    {
        if (!_shown) return;
        Console.Out.Write(EraseLine);
        _shown = false;
    }
}
