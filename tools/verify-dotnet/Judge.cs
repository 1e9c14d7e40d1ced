using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VerifyDotnet;

/// <summary>Asks .NET's own readers; what they refuse is an answer too.</summary>
internal static class Judge
{
    public static Answer Answer(Question question)
    {
        try
        {
            return question.Kind switch
            {
                "request" => OfRequest(question),
                "certificate" => OfCertificate(question),
                "pfx" => OfPfx(question),
                "makePfx" => PfxMaker.Make(question),
                _ => new Answer { Refusal = $"unknown kind {question.Kind}" },
            };
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or FormatException)
        {
            return new Answer { Refusal = $"{error.GetType().Name}: {error.Message}" };
        }
    }

    private static Answer OfRequest(Question question)
    {
        // The reader takes the label of RFC 7468 only; certreq's own has a NEW in front.
        var pem = File.ReadAllText(question.Path).Replace(" NEW CERTIFICATE REQUEST", " CERTIFICATE REQUEST");
        var request = CertificateRequest.LoadSigningRequestPem(
            pem,
            HashAlgorithmName.SHA256,
            CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions,
            RSASignaturePadding.Pkcs1);
        return Described(request.SubjectName, request.PublicKey, request.CertificateExtensions);
    }

    private static Answer OfCertificate(Question question)
    {
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(question.Path);
        var answer = Described(certificate.SubjectName, certificate.PublicKey, certificate.Extensions);
        if (question.Root is null)
        {
            return answer;
        }

        using var root = X509CertificateLoader.LoadCertificateFromFile(question.Root);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        var isTrusted = chain.Build(certificate);
        return answer with
        {
            ChainStatus = isTrusted ? [] : [.. chain.ChainStatus.Select(status => status.Status.ToString())],
            CoversHost = question.Host is not null && certificate.MatchesHostname(question.Host, allowCommonName: false),
        };
    }

    private static Answer OfPfx(Question question)
    {
        var limits = Pkcs12LoaderLimits.Defaults;
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(
            question.Path, question.Password, X509KeyStorageFlags.EphemeralKeySet, limits);
        using var certificate = all.Single(one => one.HasPrivateKey);
        return Described(certificate.SubjectName, certificate.PublicKey, certificate.Extensions) with
        {
            CertificateCount = all.Count,
            KeyFits = KeyFits(certificate),
        };
    }

    private static bool KeyFits(X509Certificate2 certificate)
    {
        byte[] data = [1, 2, 3];
        if (certificate.GetRSAPrivateKey() is { } rsa)
        {
            var signature = rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return certificate.GetRSAPublicKey()!.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        return certificate.GetECDsaPrivateKey() is { } ecdsa
            && certificate.GetECDsaPublicKey()!.VerifyData(data, ecdsa.SignData(data, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
    }

    private static Answer Described(X500DistinguishedName subject, PublicKey key, IEnumerable<X509Extension> extensions)
    {
        var all = extensions.ToArray();
        return new Answer
        {
            Subject = subject.Name,
            DnsNames = DnsNames(all),
            KeyUsage = KeyUsage(all),
            ExtendedKeyUsage = ExtendedKeyUsage(all),
            KeyAlgorithm = key.Oid.Value ?? "",
            KeySize = key.GetRSAPublicKey()?.KeySize ?? key.GetECDsaPublicKey()?.KeySize ?? 0,
        };
    }

    private static string[] DnsNames(X509Extension[] extensions) =>
        extensions.FirstOrDefault(one => one.Oid?.Value == "2.5.29.17") is { } found
            ? [.. new X509SubjectAlternativeNameExtension(found.RawData).EnumerateDnsNames()]
            : [];

    private static string[] KeyUsage(X509Extension[] extensions) =>
        extensions.FirstOrDefault(one => one.Oid?.Value == "2.5.29.15") is { } found
            ? new X509KeyUsageExtension(found, found.Critical).KeyUsages.ToString().Split(", ")
            : [];

    private static string[] ExtendedKeyUsage(X509Extension[] extensions) =>
        extensions.FirstOrDefault(one => one.Oid?.Value == "2.5.29.37") is { } found
            ? [.. new X509EnhancedKeyUsageExtension(found, found.Critical).EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value!)]
            : [];
}
