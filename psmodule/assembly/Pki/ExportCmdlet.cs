using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>Writes certificates to a file. They are gathered from the pipeline first, since all go into one file.</summary>
    public abstract class ExportCmdlet : PkiCmdlet
    {
        private readonly List<X509Certificate2> _gathered = new List<X509Certificate2>();

        [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
        [Alias("PsPath")]
        public Certificate[] Cert { get; set; }

        [Parameter(Mandatory = true, Position = 1)]
        [Alias("FullName")]
        [ValidateNotNullOrEmpty]
        public string FilePath { get; set; }

        /// <summary>Replace a file that is read-only.</summary>
        [Parameter]
        public SwitchParameter Force { get; set; }

        /// <summary>Leave a file alone that exists.</summary>
        [Parameter]
        public SwitchParameter NoClobber { get; set; }

        /// <summary>A private key is in it: the file is for this user only.</summary>
        private protected abstract bool IsSecret { get; }

        private protected abstract byte[] Content(StoreClient store, IReadOnlyList<X509Certificate2> certificates);

        private protected override void Run(StoreClient store)
        {
            foreach (Certificate one in Cert)
            {
                _gathered.AddRange(one.Value is null ? ItemsAt(one.Path) : new[] { one.Value });
            }
        }

        protected override void EndProcessing() => Guarded(Write);

        private void Write(StoreClient store)
        {
            ResolvedPath path = File(FilePath);
            byte[] content = Content(store, _gathered);
            string written = store.Export(path, json => WriteFields(json, content));
            if (written != null)
            {
                WriteObject(new FileInfo(written));
            }
        }

        private void WriteFields(Utf8JsonWriter json, byte[] content)
        {
            json.WriteBase64String("content", content);
            json.WriteBoolean("isSecret", IsSecret);
            json.WriteBoolean("noClobber", NoClobber);
            json.WriteBoolean("force", Force);
            json.WriteStartArray("subjects");
            foreach (X509Certificate2 certificate in _gathered)
            {
                json.WriteStringValue(certificate.Subject);
            }

            json.WriteEndArray();
        }

        private IEnumerable<X509Certificate2> ItemsAt(string path)
        {
            Place(path);
            return InvokeProvider.Item.Get(new[] { path }, true, false)
                .Select(item => item.BaseObject as X509Certificate2)
                .Where(certificate => certificate != null)
                .DefaultIfEmpty(null)
                .Select(certificate => certificate ?? throw Refused("CertificateNotFound", ErrorCategory.ObjectNotFound, $"Cannot find the X509 certificate at path {path}.", path));
        }
    }
}
