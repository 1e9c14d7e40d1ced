using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>
    /// Lets one text with commas stand for several values: <c>-Type 'Default,WebServicesInternal'</c>, as a variable or a
    /// CSV file holds it. Without it PowerShell combines the numbers of the members as if they were flags, and binds
    /// another member without a word.
    /// </summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class CommaListAttribute : ArgumentTransformationAttribute
    {
        public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        {
            object value = PlainValue.Of(inputData);
            if (value is string text)
            {
                return HasComma(text) ? text.Split(',') : inputData;
            }

            if (!(value is IList items))
            {
                return inputData;
            }

            var parts = new List<object>();
            AddParts(items, parts);
            return parts.ToArray();
        }

        /// <summary>
        /// One value each, also of lists in the list. An element that is null would become the first member, and an array
        /// of numbers would bind as it is, since .NET takes it for one of members.
        /// </summary>
        private static void AddParts(IList items, List<object> parts)
        {
            foreach (object item in items)
            {
                object plain = PlainValue.Of(item);
                if (plain is string text)
                {
                    parts.AddRange(text.Split(','));
                }
                else if (plain is IList more)
                {
                    AddParts(more, parts);
                }
                else if (plain != null)
                {
                    parts.Add(item);
                }
            }
        }

        private static bool HasComma(string text) => text.IndexOf(',') >= 0;
    }
}
