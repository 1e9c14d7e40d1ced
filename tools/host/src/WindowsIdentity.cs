using System.Security.Principal;

namespace ConsoleHosting;

/// <summary>
/// What <c>[Security.Principal.WindowsIdentity]</c> is in a session that was given the variables of Windows: .NET has no
/// Windows account elsewhere, and a script asks for it in its first lines. The account is the one of those variables,
/// and the administrator of the computer that is played.
/// </summary>
public sealed class WindowsIdentity : GenericIdentity, IDisposable
{
    private WindowsIdentity(string name)
        : base(name, "Kerberos")
    {
    }

    public IReadOnlyList<WindowsGroup> Groups => WindowsGroup.OfAdministrators;

    public bool IsSystem => false;

    public bool IsGuest => false;

    public bool IsAnonymous => false;

    public TokenImpersonationLevel ImpersonationLevel => TokenImpersonationLevel.None;

    public static WindowsIdentity GetCurrent()
    {
        string user = Environment.GetEnvironmentVariable("USERNAME") ?? Environment.UserName;
        string? domain = Environment.GetEnvironmentVariable("USERDOMAIN");
        return new WindowsIdentity(string.IsNullOrEmpty(domain) ? user : domain + '\\' + user);
    }

    /// <returns>Null where only an impersonated account is asked for: there is none.</returns>
    public static WindowsIdentity? GetCurrent(bool ifImpersonating) => ifImpersonating ? null : GetCurrent();

    public void Dispose()
    {
    }
}
