using System;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>Somebody sets a property: there is no stream to write to, and nobody is asked.</summary>
    internal sealed class PropertyCaller : IEngineCaller
    {
        public void Tell(string method, JsonElement parameters)
        {
        }

        public Action<Utf8JsonWriter> Ask(string method, JsonElement parameters)
        {
            switch (method)
            {
                case HostMethods.ShouldProcess:
                case HostMethods.ShouldContinue:
                    return json => json.WriteBoolean("proceed", true);
                case HostMethods.EnvironmentVariable:
                    string value = Environment.GetEnvironmentVariable(JsonFields.Text(parameters, "name"));
                    return json => json.WriteString("value", value);
                default:
                    return null;
            }
        }

        public bool IsReaderSatisfied(Exception exception) => false;
    }
}
