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

[Cmdlet(VerbsCommon.Format, "Wide")]
[OutputType(typeof(FormatStartData))]
public sealed class FormatWideCommand : FormatShapeCommand
{
    public FormatWideCommand()
        : base(FormatShape.Wide)
    {
    }

    [Parameter(Position = 0)]
    public object? Property { get; set; }

    [Parameter]
    public SwitchParameter AutoSize { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Column { get; set; }

    internal override void Complete(FormattingCommandLineParameters parameters)
    {
        parameters.shapeParameters = new WideSpecificParameters { columns = Column > 0 ? Column : null };
        if (AutoSize) parameters.autosize = true;
        SetProperties(parameters, Property is null ? null : [Property], new FormatWideParameterDefinition());
    }
}

[Cmdlet(VerbsCommon.Format, "Custom")]
[OutputType(typeof(FormatStartData))]
public sealed class FormatCustomCommand : FormatShapeCommand
{
    public FormatCustomCommand()
        : base(FormatShape.Complex)
    {
    }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = ComplexSpecificParameters.maxDepthAllowable;

    internal override void Complete(FormattingCommandLineParameters parameters)
    {
        parameters.shapeParameters = new ComplexSpecificParameters { maxDepth = Depth };
        SetProperties(parameters, Property, new FormatObjectParameterDefinition());
    }
}

/// <summary>The parameters of the shapes for which the engine has no ready base class.</summary>
public abstract class FormatShapeCommand : FrontEndCommandBase
{
    private readonly InnerFormatShapeCommand _shape;

    internal FormatShapeCommand(FormatShape shape) => implementation = _shape = new InnerFormatShapeCommand(shape);

    [Parameter]
    public object? GroupBy { get; set; }

    [Parameter]
    public string? View { get; set; }

    [Parameter]
    public SwitchParameter ShowError { get; set; }

    [Parameter]
    public SwitchParameter DisplayError { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [ValidateSet("CoreOnly", "EnumOnly", "Both", IgnoreCase = true)]
    public string? Expand { get; set; }

    internal abstract void Complete(FormattingCommandLineParameters parameters);

    protected override void BeginProcessing()
    {
        var parameters = new FormattingCommandLineParameters { forceFormattingAlsoOnOutOfBand = Force };
        if (ShowError) parameters.showErrorsAsMessages = true;
        if (DisplayError) parameters.showErrorsInFormattedOutput = true;
        if (Expand is not null && EnumerableExpansionConversion.Convert(Expand, out EnumerableExpansion expansion)) parameters.expansion = expansion;
        Complete(parameters);
        if (!string.IsNullOrEmpty(View))
        {
            if (parameters.mshParameterList.Count > 0)
            {
                ThrowTerminatingError(new ErrorRecord(
                    new InvalidDataException("View and Property parameters cannot be used together."), "FormatCannotSpecifyViewAndProperty", ErrorCategory.InvalidArgument, null));
            }

            parameters.viewName = View;
        }

        if (GroupBy is not null)
        {
            parameters.groupByParameter = new ParameterProcessor(new FormatGroupByParameterDefinition()).ProcessParameters([GroupBy], new TerminatingErrorContext(this)).FirstOrDefault();
        }

        _shape.SetCommandLineParameters(parameters);
        base.BeginProcessing();
    }

    internal void SetProperties(FormattingCommandLineParameters parameters, object[]? properties, CommandParameterDefinition definition)
    {
        if (properties is null) return;
        parameters.mshParameterList = new ParameterProcessor(definition).ProcessParameters(properties, new TerminatingErrorContext(this));
    }
}
