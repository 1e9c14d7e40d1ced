using System;
using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Deployment;
using Microsoft.Rtc.Management.Emulation.Operator;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>Makes the .NET objects of <c>host/output</c> from the fields of the engine's interfaces.</summary>
    internal sealed class OutputObjects
    {
        private readonly ObjectTable _table = new ObjectTable();
        private readonly PublishedDocument.Parts _document = new PublishedDocument.Parts();

        /// <returns>False for an object of which more is to come.</returns>
        /// <exception cref="CallFailure">The kind is unknown, or a field is missing.</exception>
        public bool TryComplete(JsonElement parameters, out object complete)
        {
            string kind = JsonFields.Text(parameters, "kind");
            JsonElement properties = JsonFields.Object(parameters, "properties");
            switch (kind)
            {
                case "TopologyObject":
                    bool isLastRow = _table.TryComplete(properties, out PSObject root);
                    complete = root;
                    return isLastRow;
                case "TopologyDocument":
                    bool isLastText = _document.TryComplete(properties, out PublishedDocument document);
                    complete = document;
                    return isLastText;
                default:
                    complete = Whole(kind, properties);
                    return true;
            }
        }

        private static object Whole(string kind, JsonElement properties)
        {
            switch (kind)
            {
                case nameof(CertificateReference):
                    return Reference(properties);
                case nameof(ShortCertificateReference):
                    return ShortReference(properties);
                case nameof(CertificateExists):
                    return new CertificateExists { Thumbprint = JsonFields.Text(properties, "thumbprint"), Use = JsonFields.Text(properties, "use") };
                case nameof(CertificateRequest):
                    return Request(properties);
                case nameof(EmulatedRequest):
                    return Emulated(properties);
                default:
                    throw CallFailure.NotAMessage($"unknown kind of object {kind}");
            }
        }

        private static CertificateReference Reference(JsonElement from) => new CertificateReference
        {
            Issuer = JsonFields.Text(from, "issuer"),
            NotAfter = JsonFields.Time(from, "notAfter"),
            NotBefore = JsonFields.Time(from, "notBefore"),
            SerialNumber = JsonFields.Text(from, "serialNumber"),
            Subject = JsonFields.Text(from, "subject"),
            AlternativeNames = JsonFields.Texts(from, "alternativeNames"),
            Thumbprint = JsonFields.Text(from, "thumbprint"),
            EffectiveDate = JsonFields.OptionalTime(from, "effectiveDate"),
            PreviousThumbprint = JsonFields.Text(from, "previousThumbprint"),
            UpdateTime = JsonFields.OptionalTime(from, "updateTime"),
            Use = JsonFields.Text(from, "use"),
            SourceScope = JsonFields.Text(from, "sourceScope"),
        };

        /// <summary>Under the product's type name, which has one for both shapes.</summary>
        private static PSObject ShortReference(JsonElement from)
        {
            var named = new PSObject(new ShortCertificateReference
            {
                Issuer = JsonFields.Text(from, "issuer"),
                NotAfter = JsonFields.Time(from, "notAfter"),
                NotBefore = JsonFields.Time(from, "notBefore"),
                SerialNumber = JsonFields.Text(from, "serialNumber"),
                Subject = JsonFields.Text(from, "subject"),
                AlternativeNames = JsonFields.Texts(from, "alternativeNames"),
                Thumbprint = JsonFields.Text(from, "thumbprint"),
                Use = JsonFields.Text(from, "use"),
            });
            named.TypeNames.Insert(0, typeof(CertificateReference).FullName);
            return named;
        }

        private static CertificateRequest Request(JsonElement from) => new CertificateRequest
        {
            RequestId = JsonFields.Number(from, "requestId"),
            RequestStatus = JsonFields.Text(from, "requestStatus"),
            CertificateUses = JsonFields.Text(from, "certificateUses"),
            CA = JsonFields.Text(from, "ca"),
            CaRequestId = JsonFields.Text(from, "caRequestId"),
            Subject = JsonFields.Text(from, "subject"),
            AlternativeNames = JsonFields.Texts(from, "alternativeNames"),
            FriendlyName = JsonFields.Text(from, "friendlyName"),
            Output = JsonFields.Text(from, "output"),
            SubmittedWhen = JsonFields.Time(from, "submittedWhen"),
            UpdatedWhen = JsonFields.Time(from, "updatedWhen"),
            Requester = JsonFields.Text(from, "requester"),
            Disposition = JsonFields.Text(from, "disposition"),
            NextStep = JsonFields.Text(from, "nextStep"),
        };

        private static EmulatedRequest Emulated(JsonElement from) => new EmulatedRequest
        {
            RequestId = JsonFields.Number(from, "requestId"),
            CA = JsonFields.Text(from, "ca"),
            Disposition = Disposition(JsonFields.Text(from, "disposition")),
            DispositionMessage = JsonFields.Text(from, "dispositionMessage"),
            HResult = unchecked((int)(JsonFields.OptionalNumber(from, "hresult") ?? 0)),
            Requester = JsonFields.Text(from, "requester"),
            Template = JsonFields.Text(from, "template"),
            Subject = JsonFields.Text(from, "subject"),
            AlternativeNames = JsonFields.Texts(from, "alternativeNames"),
            SubmittedWhen = JsonFields.Time(from, "submittedWhen"),
            ResolvedWhen = JsonFields.OptionalTime(from, "resolvedWhen"),
            SerialNumber = JsonFields.Text(from, "serialNumber"),
            Thumbprint = JsonFields.Text(from, "thumbprint"),
        };

        private static EmulatedRequestDisposition Disposition(string name) =>
            Enum.TryParse(name, out EmulatedRequestDisposition disposition)
                ? disposition
                : throw CallFailure.NotAMessage($"unknown disposition {name}");
    }
}
