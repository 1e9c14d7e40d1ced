using System.Linq;
using System.Management.Automation.Language;

namespace Microsoft.Rtc.Management.Emulation.Completion
{
    /// <summary>What is typed of an argument, perhaps after an opening quote.</summary>
    internal sealed class TypedWord
    {
        /// <summary>Stand for themselves in an argument without quotes, wherever they are but for a leading dash.</summary>
        private const string Plain = @".\-_/";

        private readonly bool _quoted;

        public TypedWord(string typed)
        {
            string text = typed ?? string.Empty;
            _quoted = text.Length > 0 && (text[0] == '"' || text[0] == '\'');
            Text = _quoted ? text.Trim(text[0]) : text;
        }

        /// <summary>Without the quotes.</summary>
        public string Text { get; }

        /// <summary>The value as it stands on the line: in single quotes where it needs them, or where one was typed.</summary>
        public string Spell(string value)
        {
            bool plain = !_quoted && value[0] != '-' && value.All(IsPlain);
            return plain ? value : "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";
        }

        private static bool IsPlain(char character) =>
            (character < 128 && char.IsLetterOrDigit(character)) || Plain.IndexOf(character) >= 0;
    }
}
