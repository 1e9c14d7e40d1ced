using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace ConsoleHosting;

/// <summary>Questions with a fixed set of answers, as -Confirm asks them.</summary>
internal sealed partial class HostInterface : IHostUISupportsMultipleChoiceSelection
{
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        ThrowIfNonInteractive();
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count == 0) throw new PSArgumentException("There must be at least one choice.", nameof(choices));
        if (defaultChoice < -1 || defaultChoice >= choices.Count) throw new PSArgumentOutOfRangeException(nameof(defaultChoice));

        HostUIHelperMethods.BuildHotkeysAndPlainLabels(choices, out string[,] labels);
        int[] defaults = defaultChoice >= 0 ? [defaultChoice] : [];
        WriteCaption(caption, message);
        while (true)
        {
            WriteChoices(labels, defaults);
            string answer = ReadAnswer().Trim();
            if (answer.Length == 0 && defaultChoice >= 0) return defaultChoice;
            if (answer == "?")
            {
                WriteChoiceHelp(choices, labels);
                continue;
            }

            int picked = answer.Length == 0 ? -1 : HostUIHelperMethods.DetermineChoicePicked(answer, choices, labels);
            if (picked >= 0) return picked;
        }
    }

    public Collection<int> PromptForChoice(string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices)
    {
        ThrowIfNonInteractive();
        ArgumentNullException.ThrowIfNull(choices);
        if (choices.Count == 0) throw new PSArgumentException("There must be at least one choice.", nameof(choices));
        int[] defaults = defaultChoices?.Distinct().ToArray() ?? [];
        if (defaults.Any(index => index < 0 || index >= choices.Count)) throw new PSArgumentOutOfRangeException(nameof(defaultChoices));

        HostUIHelperMethods.BuildHotkeysAndPlainLabels(choices, out string[,] labels);
        WriteCaption(caption, message);
        for (int i = 0; i < choices.Count; i++) WriteLine($"[{labels[0, i]}] {labels[1, i]}  ");
        string listed = string.Join(',', defaults.Select(index => labels[0, index]));
        WriteLine($"[?] Help{DefaultsNote(defaults.Length, listed)}");
        var result = new Collection<int>();
        while (true)
        {
            Write($"Choice[{result.Count}]: ");
            string answer = ReadAnswer().Trim();
            if (answer.Length == 0) return result.Count == 0 ? new Collection<int>(defaults) : result;
            if (answer == "?")
            {
                WriteChoiceHelp(choices, labels);
                continue;
            }

            int picked = HostUIHelperMethods.DetermineChoicePicked(answer, choices, labels);
            if (picked >= 0) result.Add(picked);
        }
    }

    private static string DefaultsNote(int count, string listed) => count switch
    {
        0 => "",
        1 => $" (default is \"{listed}\")",
        _ => $" (default choices are {listed})",
    };

    /// <summary>One line of choices, broken before a choice that would pass the window's edge, as pwsh does.</summary>
    private void WriteChoices(string[,] labels, int[] defaults)
    {
        List<string> parts = [];
        for (int i = 0; i < labels.GetLength(1); i++) parts.Add($"[{labels[0, i]}] {labels[1, i]}  ");
        parts.Add("[?] Help ");
        if (defaults.Length > 0) parts.Add($"(default is \"{LabelOf(labels, defaults[0])}\"): ");

        int limit = RawUI.WindowSize.Width - 1;
        int used = 0;
        foreach (string part in parts)
        {
            bool breakLine = used + part.Length > limit;
            if (breakLine) WriteLine();
            used = breakLine ? part.Length : used + part.Length;
            Write(breakLine ? part.TrimEnd() : part);
        }
    }

    private static string LabelOf(string[,] labels, int index) => labels[0, index].Length > 0 ? labels[0, index] : labels[1, index];

    private void WriteChoiceHelp(Collection<ChoiceDescription> choices, string[,] labels)
    {
        for (int i = 0; i < choices.Count; i++) WriteLine($"{LabelOf(labels, i)} - {choices[i].HelpMessage}");
    }

    private string ReadAnswer() =>
        ReadLine() ?? throw new PromptingException(
            "Cannot process the prompt because standard input has ended.", null, "PromptForChoiceCanceled", ErrorCategory.OperationStopped);
}
