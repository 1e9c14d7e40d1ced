namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>
    /// What an object of the topology is beneath its properties, which it carries as notes under the product's type
    /// names: its text, as the product's own object has one.
    /// </summary>
    public sealed class ProductObject
    {
        private readonly string _text;

        internal ProductObject(string text)
        {
            _text = text;
        }

        public override string ToString() => _text;
    }
}
