using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>
    /// Lets <c>$null</c> and an empty string count as "not given" for an optional parameter whose type has no such value
    /// (domain facts 10). The binder then sees a marker of the parameter's own type, which <see cref="IsAbsent"/> tells
    /// from every value a caller can give: it is compared by reference.
    /// </summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class EmptyIsAbsentAttribute : ArgumentTransformationAttribute
    {
        private static readonly ConcurrentDictionary<Type, object> Markers = new ConcurrentDictionary<Type, object>();

        private readonly object _marker;

        /// <param name="parameterType">Type of the parameter; a reference type needs no marker and gets null.</param>
        public EmptyIsAbsentAttribute(Type parameterType)
        {
            _marker = parameterType.IsValueType ? Markers.GetOrAdd(parameterType, Activator.CreateInstance) : null;
        }

        public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        {
            object value = PlainValue.Of(inputData);
            bool empty = value is null || ReferenceEquals(value, AutomationNull.Value) || (value is string text && text.Length == 0);
            return empty ? _marker : inputData;
        }

        /// <summary>True for a bound value that stands for "not given": null, an empty string, a marker.</summary>
        internal static bool IsAbsent(object boundValue) =>
            boundValue is null
            || (boundValue is string text && text.Length == 0)
            || (Markers.TryGetValue(boundValue.GetType(), out object marker) && ReferenceEquals(boundValue, marker));
    }
}
