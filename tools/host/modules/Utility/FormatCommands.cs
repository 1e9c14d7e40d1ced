using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

// The engine holds the formatting itself; what the cmdlets add is the shape.

[Cmdlet(VerbsCommon.Format, "Table")]
[OutputType(typeof(FormatStartData))]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    public FormatTableCommand() => implementation = new InnerFormatShapeCommand(FormatShape.Table);
}

[Cmdlet(VerbsCommon.Format, "List")]
[OutputType(typeof(FormatStartData))]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    public FormatListCommand() => implementation = new InnerFormatShapeCommand(FormatShape.List);
}
