using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VerifyDotnet;

/// <summary>Writes PKCS #12 files as programs on .NET do.</summary>
internal static class PfxMaker
{
    public static Answer Make(Question question)
    {
        using var certificate = Certificate(question.Curve);
        File.WriteAllBytes(question.Path, Pfx(certificate, question));
        return new Answer { Subject = certificate.Subject, Thumbprint = certificate.Thumbprint };
    }

    private static byte[] Pfx(X509Certificate2 certificate, Question question) =>
        question.Encryption is null
            ? certificate.Export(X509ContentType.Pkcs12, question.Password)
            : certificate.ExportPkcs12(Enum.Parse<Pkcs12ExportPbeParameters>(question.Encryption), question.Password);

    private static X509Certificate2 Certificate(string? curve)
    {
        if (curve is null)
        {
            using var rsa = RSA.Create(2048);
            return SelfSigned(new CertificateRequest("CN=made.by.dotnet", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        using var ecdsa = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        return SelfSigned(new CertificateRequest("CN=made.by.dotnet", ecdsa, HashAlgorithmName.SHA256));
    }

    private static X509Certificate2 SelfSigned(CertificateRequest request) =>
        request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
}
