using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace ConsoleHosting;

/// <summary>The host object that scripts see as <c>$Host</c>.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly HostInterface _interface;

    public ConsoleHost(HostInterface userInterface) => _interface = userInterface;

    /// <summary>What a script gave to <c>exit</c>; null while the session goes on.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Runs and leaves nested prompts (the answer "Suspend"); set by an interactive session.</summary>
    public NestedPrompts? NestedPrompts { get; set; }

    // Scripts compare with the name of pwsh's own host.
    public override string Name => "ConsoleHost";

    public override Version Version => PSVersionInfo.PSVersion;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => _interface;

    public override PSObject PrivateData { get; } = new PSObject(new ConsoleColors());

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt()
    {
        if (NestedPrompts is null) throw new PSNotImplementedException("A nested prompt needs an interactive session.");
        NestedPrompts.Enter();
    }

    public override void ExitNestedPrompt()
    {
        if (NestedPrompts is null) throw new PSNotImplementedException("There is no nested prompt to leave.");
        NestedPrompts.Leave();
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
