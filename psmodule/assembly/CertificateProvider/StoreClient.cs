using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text.Json;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>
    /// The certificate stores, which are the engine's: each method is a call over the line of the present runspace, and
    /// nothing is remembered between two of them. All throw <see cref="StoreFailure"/>.
    /// </summary>
    internal sealed partial class StoreClient
    {
        private static readonly string NoThumbprint = new string('0', 40);

        private readonly IEngineCaller _caller;
        private readonly CallContext _context;
        private readonly CancellationToken _stop;

        public StoreClient(IEngineCaller caller, CallContext context, CancellationToken stop)
        {
            _caller = caller;
            _context = context;
            _stop = stop;
        }

        /// <summary>All certificates of a store, page by page.</summary>
        public IEnumerable<StoreEntry> List(string store)
        {
            long? after = null;
            do
            {
                var page = new List<StoreEntry>();
                long? last = after;
                Call(
                    "certificateStore/list",
                    json =>
                    {
                        json.WriteString("store", store);
                        if (last != null) json.WriteNumber("after", last.Value);
                    },
                    result => after = Read(result, page));
                foreach (StoreEntry entry in page)
                {
                    yield return entry;
                }
            }
            while (after != null);
        }

        /// <returns>Null where the store has no such certificate.</returns>
        public StoreEntry Find(string store, string thumbprint)
        {
            var found = new List<StoreEntry>();
            Call(
                "certificateStore/list",
                json => WriteChoice(json, store, thumbprint),
                result => Read(result, found));
            return found.Count == 0 ? null : found[0];
        }

        /// <summary>Nothing, where the name is one of this computer.</summary>
        public void RequireComputer(string name) => Call(
            "certificateStore/list",
            json =>
            {
                json.WriteString("computer", name);
                json.WriteString("thumbprint", NoThumbprint);
            },
            null);

        public void Remove(string store, string thumbprint, bool deleteKey) => Call(
            "certificateStore/remove",
            json =>
            {
                WriteChoice(json, store, thumbprint);
                json.WriteBoolean("deleteKey", deleteKey);
            },
            null);

        /// <summary>Whether a chain of the certificate holds on the computer that is played.</summary>
        public bool Verify(byte[] certificate)
        {
            bool valid = false;
            Call(
                "certificateStore/verify",
                json => json.WriteBase64String("certificate", certificate),
                result => valid = JsonFields.Flag(result, "valid"));
            return valid;
        }

        public void Move(string store, string thumbprint, string destination) => Call(
            "certificateStore/move",
            json =>
            {
                WriteChoice(json, store, thumbprint);
                json.WriteString("destination", destination);
            },
            null);

        public void Rename(string store, string thumbprint, string friendlyName)
        {
            BoundParameters.RequireUnicode("FriendlyName", friendlyName);
            Call(
                "certificateStore/rename",
                json =>
                {
                    WriteChoice(json, store, thumbprint);
                    json.WriteString("friendlyName", friendlyName);
                },
                null);
        }

        private static void WriteChoice(Utf8JsonWriter json, string store, string thumbprint)
        {
            json.WriteString("store", store);
            json.WriteString("thumbprint", thumbprint);
        }

        private static long? Read(JsonElement result, List<StoreEntry> page)
        {
            foreach (JsonElement fields in JsonFields.Items(result, "certificates"))
            {
                page.Add(StoreEntry.From(fields));
            }

            return JsonFields.OptionalNumber(result, "next");
        }

        private void Call(string method, Action<Utf8JsonWriter> writeFields, Action<JsonElement> readResult)
        {
            ErrorRecord error;
            try
            {
                error = RunspaceSession.Current.Engines.Use(
                    engine => engine.Call(method, json => WriteParameters(json, writeFields), _caller, _stop, readResult),
                    _caller,
                    _stop);
            }
            catch (CallFailure failure)
            {
                throw new StoreFailure(failure);
            }

            if (error != null)
            {
                throw new StoreFailure(error);
            }
        }

        private void WriteParameters(Utf8JsonWriter json, Action<Utf8JsonWriter> writeFields)
        {
            json.WriteStartObject();
            writeFields(json);
            json.WritePropertyName("context");
            _context.Write(json);
            json.WriteEndObject();
        }
    }
}
