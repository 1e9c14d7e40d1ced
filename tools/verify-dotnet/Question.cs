namespace VerifyDotnet;

/// <summary>One line of input. Paths are absolute.</summary>
/// <param name="Kind"><c>request</c>, <c>certificate</c>, <c>pfx</c>, or <c>makePfx</c>, which writes one.</param>
/// <param name="Root">The only root that a certificate's chain may end in.</param>
/// <param name="Host">A name that the certificate has to cover.</param>
/// <param name="Encryption">A member of <c>Pkcs12ExportPbeParameters</c>, or nothing for what .NET takes by itself.</param>
/// <param name="Curve">Name of an elliptic curve; RSA where there is none.</param>
internal sealed record Question(
    string Kind, string Path, string? Root, string? Host, string? Password, string? Encryption, string? Curve);

/// <summary>One line of output: what .NET read, or why it refused.</summary>
internal sealed record Answer
{
    public string? Refusal { get; init; }
    public string Subject { get; init; } = "";
    public IReadOnlyList<string> DnsNames { get; init; } = [];
    public IReadOnlyList<string> KeyUsage { get; init; } = [];
    public IReadOnlyList<string> ExtendedKeyUsage { get; init; } = [];
    public string KeyAlgorithm { get; init; } = "";
    public int KeySize { get; init; }

    /// <summary>Flags of the chain that are not <c>NoError</c>.</summary>
    public IReadOnlyList<string> ChainStatus { get; init; } = [];
    public bool CoversHost { get; init; }

    /// <summary>The private key signs what the certificate's public key verifies.</summary>
    public bool KeyFits { get; init; }
    public int CertificateCount { get; init; }

    /// <summary>SHA-1 of the certificate that was made.</summary>
    public string Thumbprint { get; init; } = "";
}
