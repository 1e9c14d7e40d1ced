using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Random", DefaultParameterSetName = "RandomNumberParameterSet")]
[OutputType(typeof(int), typeof(long), typeof(double))]
public sealed class GetRandomCommand : PSCmdlet
{
    // With -SetSeed the following calls go on in the same sequence, so it lives as long as the session.
    private static readonly Dictionary<Guid, Random> Seeded = [];
    private readonly List<object?> _items = [];

    [Parameter(ParameterSetName = "RandomNumberParameterSet")]
    [Parameter(ParameterSetName = "RandomListItemParameterSet")]
    [Parameter(ParameterSetName = "ShuffleParameterSet")]
    public int? SetSeed { get; set; }

    [Parameter(Position = 0, ParameterSetName = "RandomNumberParameterSet")]
    public object? Maximum { get; set; }

    [Parameter(ParameterSetName = "RandomNumberParameterSet")]
    public object? Minimum { get; set; }

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "RandomListItemParameterSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "ShuffleParameterSet")]
    [AllowNull]
    public object?[]? InputObject { get; set; }

    [Parameter(ParameterSetName = "RandomNumberParameterSet")]
    [Parameter(ParameterSetName = "RandomListItemParameterSet")]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 1;

    [Parameter(Mandatory = true, ParameterSetName = "ShuffleParameterSet")]
    public SwitchParameter Shuffle { get; set; }

    private Random Generator
    {
        get
        {
            lock (Seeded)
            {
                Guid session = Context.CurrentRunspace.InstanceId;
                if (SetSeed is { } seed) Seeded[session] = new Random(seed);
                SetSeed = null;
                return Seeded.TryGetValue(session, out Random? generator) ? generator : Random.Shared;
            }
        }
    }

    protected override void BeginProcessing()
    {
        if (ParameterSetName != "RandomNumberParameterSet") return;
        Random generator = Generator;
        for (int i = 0; i < Count; i++) WriteObject(NextNumber(generator));
    }

    protected override void ProcessRecord()
    {
        if (ParameterSetName != "RandomNumberParameterSet") _items.AddRange(InputObject ?? []);
    }

    protected override void EndProcessing()
    {
        if (ParameterSetName == "RandomNumberParameterSet") return;
        object?[] items = [.. _items];
        Generator.Shuffle(items);
        WriteObject(Shuffle ? items : items.Take(Count), true);
    }

    private object NextNumber(Random generator)
    {
        object minimum = NumberOf(Minimum ?? 0);
        object maximum = NumberOf(Maximum ?? (minimum is double ? double.MaxValue : int.MaxValue));
        if (minimum is double || maximum is double)
        {
            double low = Convert.ToDouble(minimum, CultureInfo.InvariantCulture);
            double high = Convert.ToDouble(maximum, CultureInfo.InvariantCulture);
            if (low >= high) Refuse(low, high);
            return low + generator.NextDouble() * (high - low);
        }

        long from = Convert.ToInt64(minimum, CultureInfo.InvariantCulture);
        long to = Convert.ToInt64(maximum, CultureInfo.InvariantCulture);
        if (from >= to) Refuse(from, to);
        long number = generator.NextInt64(from, to);
        return minimum is int && maximum is int ? (int)number : number;
    }

    private static object NumberOf(object value)
    {
        object plain = PSObject.Base(value);
        if (plain is string text)
        {
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int small)) return small;
            if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long large)) return large;
            return LanguagePrimitives.ConvertTo<double>(text);
        }

        return plain switch
        {
            int or long or double => plain,
            float or decimal => Convert.ToDouble(plain, CultureInfo.InvariantCulture),
            sbyte or byte or short or ushort => Convert.ToInt32(plain, CultureInfo.InvariantCulture),
            _ => LanguagePrimitives.ConvertTo<long>(plain),
        };
    }

    private void Refuse(object minimum, object maximum) =>
        ThrowTerminatingError(new ErrorRecord(
            new ArgumentException($"The Minimum value ({minimum}) cannot be greater than or equal to the Maximum value ({maximum})."), "MinGreaterThanOrEqualMax", ErrorCategory.InvalidArgument, null));
}
