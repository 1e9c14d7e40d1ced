using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsLifecycle.Invoke, "Expression")]
public sealed class InvokeExpressionCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateTrustedData]
    public string Command { get; set; } = "";

    protected override void ProcessRecord()
    {
        ScriptBlock script = InvokeCommand.NewScriptBlock(Command);
        // The text runs in the caller's scope and writes as if it stood there.
        script.InvokeUsingCmdlet(
            contextCmdlet: this,
            useLocalScope: false,
            errorHandlingBehavior: ScriptBlock.ErrorHandlingBehavior.WriteToCurrentErrorPipe,
            dollarUnder: System.Management.Automation.Internal.AutomationNull.Value,
            input: Array.Empty<object>(),
            scriptThis: System.Management.Automation.Internal.AutomationNull.Value,
            args: []);
    }
}
