using System;
using System.Collections.Generic;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>What goes between the stores and files, and what is made anew.</summary>
    internal sealed partial class StoreClient
    {
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
    }
}
