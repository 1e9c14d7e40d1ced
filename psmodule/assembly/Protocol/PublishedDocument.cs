using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>
    /// The XML element that Get-CsTopology -AsXml gives: an ordinary element to walk through, whose text is the document as
    /// it was exported, to the letter.
    /// </summary>
    public sealed class PublishedDocument : XElement
    {
        private readonly string _text;

        private PublishedDocument(XElement element, string text)
            : base(element)
        {
            _text = text;
        }

        public override string ToString() => _text;

        /// <exception cref="CallFailure">The text is no XML.</exception>
        internal static PublishedDocument Read(string text)
        {
            try
            {
                return new PublishedDocument(XElement.Parse(text, LoadOptions.PreserveWhitespace), text);
            }
            catch (XmlException wrong)
            {
                throw CallFailure.NotAMessage(wrong.Message);
            }
        }

        /// <summary>Gathers the parts of a text that does not fit one message.</summary>
        internal sealed class Parts
        {
            private readonly StringBuilder _text = new StringBuilder();

            /// <returns>True with the last part.</returns>
            public bool TryComplete(JsonElement part, out PublishedDocument document)
            {
                _text.Append(JsonFields.Text(part, "text"));
                bool complete = JsonFields.Flag(part, "complete");
                document = complete ? Read(_text.ToString()) : null;
                if (complete)
                {
                    _text.Clear();
                }

                return complete;
            }
        }
    }
}
