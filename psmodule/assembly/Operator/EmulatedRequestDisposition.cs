namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>Where a request stands in the book of an embedded CA (<c>src/domain/authority/emulated-request.ts</c>).</summary>
    public enum EmulatedRequestDisposition
    {
        Pending,
        Issued,
        Denied,
        Revoked,
    }
}
