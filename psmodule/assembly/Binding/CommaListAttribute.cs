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
            object value = Unwrapped(inputData);
            if (value is string text)
            {
                return HasComma(text) ? text.Split(',') : inputData;
            }

            return value is IList items && HasCommaIn(items) ? Split(items) : inputData;
        }

        private static object[] Split(IList items)
        {
            var parts = new List<object>();
            foreach (object item in items)
            {
                if (Unwrapped(item) is string text)
                {
                    parts.AddRange(text.Split(','));
                }
                else
                {
                    parts.Add(item);
                }
            }

            return parts.ToArray();
        }

        private static bool HasCommaIn(IList items)
        {
            foreach (object item in items)
            {
                if (Unwrapped(item) is string text && HasComma(text))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool HasComma(string text) => text.IndexOf(',') >= 0;

        private static object Unwrapped(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}
