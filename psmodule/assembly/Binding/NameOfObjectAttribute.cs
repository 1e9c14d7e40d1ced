using System;
using System.Collections;
using System.Management.Automation;
using Microsoft.Rtc.Management.Xds;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>
    /// Lets a thing of the topology stand for its name, as <c>Get-CsPool (Get-CsComputer).Pool</c> and
    /// <c>Get-CsPool $pool</c> are written; <c>$null</c> and an empty string count as "not given".
    /// </summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class NameOfObjectAttribute : ArgumentTransformationAttribute
    {
        public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        {
            object value = PlainValue.Of(inputData);
            if (EmptyIsAbsentAttribute.IsAbsent(value))
            {
                return null;
            }

            bool isOneThing = !(value is string || value is XdsIdentityText || value is IEnumerable);
            return isOneThing ? inputData.ToString() : inputData;
        }
    }
}
