using System.Security.Principal;

namespace ConsoleHosting;

/// <summary>What <c>[Security.Principal.WindowsPrincipal]</c> is where <see cref="WindowsIdentity"/> stands for the account.</summary>
public sealed class WindowsPrincipal : GenericPrincipal
{
    private readonly WindowsIdentity _identity;

    public WindowsPrincipal(WindowsIdentity identity)
        : base(identity, [])
    {
        _identity = identity;
    }

    public override bool IsInRole(string? role) => role is not null && _identity.Groups.Any(group => group.Is(role));

    public bool IsInRole(int rid) => _identity.Groups.Any(group => group.Is(rid));

    public bool IsInRole(WindowsBuiltInRole role) => IsInRole((int)role);
}
