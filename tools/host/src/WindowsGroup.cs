namespace ConsoleHosting;

/// <summary>A built-in group of Windows by its security identifier, which is also its text, as scripts compare it.</summary>
public sealed class WindowsGroup
{
    private const string Authority = "S-1-5-32-";
    private readonly string _name;
    private readonly int _relativeIdentifier;

    private WindowsGroup(string name, int relativeIdentifier)
    {
        _name = name;
        _relativeIdentifier = relativeIdentifier;
    }

    /// <summary>Those that an administrator is in.</summary>
    internal static IReadOnlyList<WindowsGroup> OfAdministrators { get; } = [new("Administrators", 544), new("Users", 545)];

    public string Value => Authority + _relativeIdentifier;

    public override string ToString() => Value;

    internal bool Is(int relativeIdentifier) => relativeIdentifier == _relativeIdentifier;

    /// <summary>By name, with or without <c>BUILTIN</c>, in the singular too as the role is called, or by identifier.</summary>
    internal bool Is(string role) => new[] { _name, _name[..^1], "BUILTIN\\" + _name, Value }.Contains(role, StringComparer.OrdinalIgnoreCase);
}
