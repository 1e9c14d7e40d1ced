using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>
    /// The two forms in which Windows shows an extension (CryptFormatObject): on one line, joined by commas, or each part
    /// on a line of its own that ends in CR LF and is indented by five blanks a level.
    /// </summary>
    internal sealed class TextLines
    {
        private const int Indent = 5;
        private readonly List<string> _parts = new List<string>();
        private readonly bool _multiLine;

        public TextLines(bool multiLine)
        {
            _multiLine = multiLine;
        }

        public void Add(string text) => _parts.Add(text);

        /// <summary>A heading with what stands below it.</summary>
        public void Add(string heading, TextLines below, bool colon = true)
        {
            string mark = colon ? ":" : string.Empty;
            if (!_multiLine)
            {
                _parts.Add(heading + (colon ? ":" : ": ") + below);
                return;
            }

            _parts.Add(heading + mark);
            _parts.AddRange(below._parts.Select(part => new string(' ', Indent) + part));
        }

        public override string ToString() =>
            _multiLine ? string.Concat(_parts.Select(part => part + "\r\n")) : string.Join(", ", _parts);
    }
}
