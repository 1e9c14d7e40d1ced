using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>One value of DER (X.690): its tag and its content.</summary>
    internal readonly struct DerValue
    {
        private readonly byte[] _bytes;
        private readonly int _start;
        private readonly int _length;
        private readonly int _whole;

        private DerValue(byte[] bytes, int at, int start, int length)
        {
            _bytes = bytes;
            _whole = at;
            _start = start;
            _length = length;
        }

        public byte Tag => _bytes[_whole];

        /// <summary>The number of a context-specific tag, primitive or constructed; -1 for another one.</summary>
        public int ContextTag => (Tag & 0xC0) == 0x80 ? Tag & 0x1F : -1;

        public byte[] Content => _bytes.Skip(_start).Take(_length).ToArray();

        /// <summary>With tag and length.</summary>
        public byte[] Encoded => _bytes.Skip(_whole).Take(_start + _length - _whole).ToArray();

        /// <exception cref="FormatException">The bytes are not one value.</exception>
        public static DerValue Read(byte[] bytes)
        {
            DerValue value = ReadAt(bytes, 0, bytes.Length);
            return value._start + value._length == bytes.Length ? value : throw new FormatException("more than one value");
        }

        /// <summary>What is in a constructed value.</summary>
        public IReadOnlyList<DerValue> Children()
        {
            var children = new List<DerValue>();
            int end = _start + _length;
            for (int at = _start; at < end;)
            {
                DerValue child = ReadAt(_bytes, at, end);
                children.Add(child);
                at = child._start + child._length;
            }

            return children;
        }

        public string Text() => (Tag == 0x0C ? Encoding.UTF8 : Encoding.GetEncoding("iso-8859-1")).GetString(_bytes, _start, _length);

        /// <summary>A number that is not negative.</summary>
        public long Number() => Content.Aggregate(0L, (sum, part) => checked((sum << 8) | part));

        public string Identifier()
        {
            var numbers = new List<long>();
            long number = 0;
            foreach (byte part in Content)
            {
                number = checked((number << 7) | (part & 0x7Fu));
                if ((part & 0x80) == 0)
                {
                    numbers.Add(number);
                    number = 0;
                }
            }

            if (numbers.Count == 0) throw new FormatException("an empty object identifier");
            long first = Math.Min(numbers[0] / 40, 2);
            IEnumerable<long> all = new[] { first, numbers[0] - (first * 40) }.Concat(numbers.Skip(1));
            return string.Join(".", all.Select(one => one.ToString(CultureInfo.InvariantCulture)));
        }

        private static DerValue ReadAt(byte[] bytes, int at, int end)
        {
            if (at + 2 > end) throw new FormatException("a value is cut off");
            int start = at + 2;
            int length = bytes[at + 1];
            if (length >= 0x80)
            {
                int count = length & 0x7F;
                if (count == 0 || count > 3 || start + count > end) throw new FormatException("a length that is none");
                length = 0;
                for (int i = 0; i < count; i++)
                {
                    length = (length << 8) | bytes[start + i];
                }

                start += count;
            }

            return length <= end - start ? new DerValue(bytes, at, start, length) : throw new FormatException("a value is cut off");
        }
    }
}
