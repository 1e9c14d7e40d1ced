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
    internal sealed class StoreClient
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

        /// <summary>Bytes of a PKCS #12 file.</summary>
        public byte[] ExportPfx(string store, string thumbprint, string password, bool chain)
        {
            byte[] content = null;
            Call(
                "certificateStore/export",
                json =>
                {
                    WriteChoice(json, store, thumbprint);
                    json.WriteString("format", "pfx");
                    BoundParameters.RequireUnicode("Password", password);
                    json.WriteString("password", password);
                    json.WriteBoolean("chain", chain);
                },
                result => content = JsonFields.Bytes(result, "content"));
            return content;
        }

        /// <summary>Brings the certificates of a file into a store.</summary>
        /// <param name="kind">As the engine calls it: <c>certificates</c> or <c>pfx</c>.</param>
        /// <param name="password">May be null.</param>
        /// <returns>Their thumbprints; of a <c>pfx</c> only those with a private key, as Windows gives them.</returns>
        public IReadOnlyList<string> Add(string store, ResolvedPath path, string kind, string password, bool exportable)
        {
            var added = new List<string>();
            Call(
                "certificateStore/add",
                json =>
                {
                    json.WriteString("store", store);
                    json.WriteString("kind", kind);
                    json.WriteBoolean("exportable", exportable);
                    WriteFile(json, path, password);
                },
                result =>
                {
                    foreach (JsonElement one in JsonFields.Items(result, "certificates"))
                    {
                        if (kind != "pfx" || JsonFields.Flag(one, "hasPrivateKey"))
                        {
                            added.Add(JsonFields.Text(one, "thumbprint"));
                        }
                    }
                });
            return added;
        }

        /// <summary>The same from memory.</summary>
        /// <param name="name">How errors name it.</param>
        /// <param name="password">Of a PKCS #12; null for a certificate alone.</param>
        public void AddContent(string store, string name, byte[] content, string password) => Call(
            "certificateStore/add",
            json =>
            {
                json.WriteString("store", store);
                json.WriteString("kind", password is null ? "certificates" : "pfx");
                json.WriteBoolean("exportable", true);
                json.WriteString("content", Convert.ToBase64String(content));
                WriteFile(json, ResolvedPath.Of(name), password);
            },
            null);

        /// <param name="writeChoices">Writes the fields of the call, as the engine names them.</param>
        /// <returns>The thumbprint; null where the user declined.</returns>
        public string CreateSelfSigned(Action<Utf8JsonWriter> writeChoices)
        {
            string thumbprint = null;
            Call("certificateStore/createSelfSigned", writeChoices, result => thumbprint = JsonFields.OptionalText(result, "thumbprint"));
            return thumbprint;
        }

        /// <summary>The certificates of a PKCS #12 file, in its order; nothing is imported.</summary>
        /// <param name="password">May be null.</param>
        /// <param name="hostPath">Where the file is on this host.</param>
        public IReadOnlyList<FileEntry> LookIntoPfx(ResolvedPath path, string password, out string hostPath)
        {
            var found = new List<FileEntry>();
            string place = null;
            Call(
                "certificateStore/lookIntoPfx",
                json => WriteFile(json, path, password),
                result =>
                {
                    place = JsonFields.Text(result, "path");
                    foreach (JsonElement one in JsonFields.Items(result, "certificates"))
                    {
                        found.Add(FileEntry.From(one));
                    }
                });
            hostPath = place;
            return found;
        }

        /// <summary>Where a file that is read next is on this host.</summary>
        public string LocateFile(ResolvedPath path)
        {
            string place = null;
            Call(
                "certificateStore/locateFile",
                json => WriteFile(json, path, null),
                result => place = JsonFields.Text(result, "path"));
            return place;
        }

        /// <summary>Has the engine write a file.</summary>
        /// <param name="writeFields">Writes the fields of the call beside the path, as the engine names them.</param>
        /// <returns>Where it is on this host; null where the user declined.</returns>
        public string Export(ResolvedPath path, Action<Utf8JsonWriter> writeFields)
        {
            string place = null;
            Call(
                "certificateStore/writeFile",
                json =>
                {
                    WriteFile(json, path, null);
                    writeFields(json);
                },
                result => place = JsonFields.OptionalText(result, "path"));
            return place;
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

        private static void WriteFile(Utf8JsonWriter json, ResolvedPath path, string password)
        {
            json.WritePropertyName("path");
            path.Write(json);
            if (password != null)
            {
                BoundParameters.RequireUnicode("Password", password);
                json.WriteString("password", password);
            }
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
