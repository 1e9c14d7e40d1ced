using System.Management.Automation;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Microsoft.PowerShell.Commands;

/// <summary>Asks whether computers answer: by echo requests, or at a TCP port.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Connection", DefaultParameterSetName = "DefaultPing")]
[OutputType(typeof(PingStatus), ParameterSetName = ["DefaultPing"])]
[OutputType(typeof(bool), ParameterSetName = ["DefaultPing", "TcpPort"])]
public sealed class TestConnectionCommand : PSCmdlet, IDisposable
{
    private const string Failure = "TestConnectionException";
    private readonly CancellationTokenSource _stop = new();

    [Parameter(ParameterSetName = "DefaultPing")]
    public SwitchParameter Ping { get; set; }

    [Parameter]
    public SwitchParameter IPv4 { get; set; }

    [Parameter]
    public SwitchParameter IPv6 { get; set; }

    [Parameter(ParameterSetName = "DefaultPing")]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 4;

    /// <summary>Seconds between two requests.</summary>
    [Parameter(ParameterSetName = "DefaultPing")]
    [ValidateRange(1, int.MaxValue)]
    public int Delay { get; set; } = 1;

    [Parameter(ParameterSetName = "DefaultPing")]
    [Alias("Size", "Bytes", "BS")]
    [ValidateRange(0, 65500)]
    public int BufferSize { get; set; } = 32;

    [Parameter(ParameterSetName = "DefaultPing")]
    [Alias("Ttl", "TimeToLive", "Hops")]
    [ValidateRange(1, 128)]
    public int MaxHops { get; set; } = 128;

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSeconds { get; set; } = 5;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("ComputerName")]
    public string[] TargetName { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "TcpPort")]
    [ValidateRange(1, 65535)]
    public int TcpPort { get; set; }

    protected override void ProcessRecord()
    {
        foreach (string target in TargetName)
        {
            if (AddressOf(target) is not { } address)
            {
                if (Quiet || ParameterSetName == "TcpPort") WriteObject(false);
            }
            else if (ParameterSetName == "TcpPort") WriteObject(Connects(address));
            else AskForEcho(target, address);
        }
    }

    protected override void StopProcessing() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private IPAddress? AddressOf(string target)
    {
        try
        {
            IPAddress[] found = IPAddress.TryParse(target, out IPAddress? given) ? [given] : Dns.GetHostAddresses(target);
            IPAddress? fitting = found.FirstOrDefault(Fits);
            if (fitting is null) Report(target, "Target address is not available or does not match the IP version.", null);
            return fitting;
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            Report(target, $"Cannot resolve the target name. {error.Message}", error);
            return null;
        }
    }

    private bool Fits(IPAddress address) =>
        (!IPv4 || address.AddressFamily == AddressFamily.InterNetwork) && (!IPv6 || address.AddressFamily == AddressFamily.InterNetworkV6);

    private bool Connects(IPAddress address)
    {
        using var client = new TcpClient(address.AddressFamily);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(TimeSpan.FromSeconds(TimeoutSeconds));
        try
        {
            client.ConnectAsync(address, TcpPort, limit.Token).AsTask().GetAwaiter().GetResult();
            return true;
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    private void AskForEcho(string target, IPAddress address)
    {
        bool answered = false;
        var options = new PingOptions(MaxHops, false);
        byte[] buffer = new byte[BufferSize];
        for (int number = 1; number <= Count && !Stopping; number++)
        {
            if (number > 1 && _stop.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(Delay))) return;
            if (Send(target, address, buffer, options) is not { } reply) break;
            answered |= reply.Status == IPStatus.Success;
            if (!Quiet) WriteObject(new PingStatus(number, target, address, reply, BufferSize));
        }

        if (Quiet) WriteObject(answered);
    }

    private PingReply? Send(string target, IPAddress address, byte[] buffer, PingOptions options)
    {
        try
        {
            using var ping = new Ping();
            return ping.Send(address, TimeoutSeconds * 1000, buffer, options);
        }
        catch (Exception error) when (error is PingException or PlatformNotSupportedException)
        {
            Report(target, error.GetBaseException().Message, error);
            return null;
        }
    }

    private void Report(string target, string reason, Exception? inner)
    {
        if (Quiet) return;
        var error = new PingException($"Testing connection to computer '{target}' failed: {reason}", inner);
        WriteError(new ErrorRecord(error, Failure, ErrorCategory.ResourceUnavailable, target));
    }

    /// <summary>One answer, with the names that the engine's own view has columns for.</summary>
    public sealed class PingStatus
    {
        internal PingStatus(int number, string target, IPAddress address, PingReply reply, int bufferSize)
        {
            Ping = (uint)number;
            Destination = target;
            Address = address;
            Reply = reply;
            BufferSize = bufferSize;
        }

        public uint Ping { get; }

        public string Source { get; } = Dns.GetHostName();

        public string Destination { get; }

        public IPAddress Address { get; }

        public string DisplayAddress => Address.ToString();

        public long Latency => Reply.RoundtripTime;

        public IPStatus Status => Reply.Status;

        public int BufferSize { get; }

        public PingReply Reply { get; }
    }
}
