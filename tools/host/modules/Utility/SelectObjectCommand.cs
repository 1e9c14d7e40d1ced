using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "DefaultParameter")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> _held = new();
    private readonly HashSet<int> _indices = [];
    private SelectedProperties? _properties;
    private UniqueObjects? _unique;
    private int _seen;
    private int _emitted;
    private int _lastIndex = -1;

    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = AutomationNull.Value;

    [Parameter(Position = 0, ParameterSetName = "DefaultParameter")]
    [Parameter(Position = 0, ParameterSetName = "SkipLastParameter")]
    public object[]? Property { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string[]? ExcludeProperty { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Last { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = -1;

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter(ParameterSetName = "SkipLastParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int SkipLast { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "IndexParameter")]
    public SwitchParameter Wait { get; set; }

    [Parameter(ParameterSetName = "IndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Index { get; set; }

    [Parameter(ParameterSetName = "SkipIndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[]? SkipIndex { get; set; }

    private bool HasFirst => MyInvocation.BoundParameters.ContainsKey(nameof(First));

    private bool HasLast => MyInvocation.BoundParameters.ContainsKey(nameof(Last));

    protected override void BeginProcessing()
    {
        _properties = new SelectedProperties(this, Property, ExcludeProperty, ExpandProperty);
        if (Unique) _unique = new UniqueObjects(CaseInsensitive);
        foreach (int index in Index ?? SkipIndex ?? []) _indices.Add(index);
        if (Index is { Length: > 0 }) _lastIndex = Index.Max();
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null || InputObject == AutomationNull.Value) return;
        if (Index is not null)
        {
            if (_indices.Contains(_seen)) Emit(InputObject);
            if (_seen++ >= _lastIndex) StopUpstream();
            return;
        }

        if (SkipIndex is not null)
        {
            if (!_indices.Contains(_seen++)) Emit(InputObject);
            return;
        }

        SelectByCount(InputObject);
    }

    protected override void EndProcessing()
    {
        if (HasLast)
        {
            // With -Last, -Skip counts from the end.
            int count = HasFirst ? _held.Count : _held.Count - Skip;
            while (count-- > 0) Emit(_held.Dequeue());
        }

        foreach (PSObject value in _unique?.All ?? []) WriteObject(value);
    }

    private void SelectByCount(PSObject value)
    {
        if (SkipLast > 0)
        {
            if (_seen++ < Skip) return;
            _held.Enqueue(value);
            if (_held.Count > SkipLast) Emit(_held.Dequeue());
            return;
        }

        bool onlyLast = HasLast && !HasFirst;
        if (!onlyLast && _seen++ < Skip) return;
        if (HasFirst && _emitted < First)
        {
            _emitted++;
            Emit(value);
        }
        else if (HasLast)
        {
            _held.Enqueue(value);
            if (_held.Count > Last + (onlyLast ? Skip : 0)) _held.Dequeue();
        }
        else if (!HasFirst)
        {
            Emit(value);
        }

        if (HasFirst && !HasLast && _emitted >= First) StopUpstream();
    }

    private void StopUpstream()
    {
        if (Wait) return;
        // What is unique is only known, and written, at the end; the pipeline ends here.
        foreach (PSObject value in _unique?.All ?? []) WriteObject(value);
        _unique?.All.Clear();
        throw new StopUpstreamCommandsException(this);
    }

    private void Emit(PSObject value)
    {
        if (_properties is null) return;
        foreach (PSObject selected in _properties.Select(value))
        {
            if (_unique is null) WriteObject(selected);
            else _unique.Add(selected);
        }
    }
}
