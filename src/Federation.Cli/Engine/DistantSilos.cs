using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;
using Federation.Storage.Sql;

namespace Federation.Cli.Engine;

/// <summary>What silos that this machine did not start say of themselves, asked twice a second.</summary>
/// <remarks>While a silo is dying nobody answers for the whole cluster: then what was last said counts.</remarks>
internal sealed class DistantSilos : SilosAtWork
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ClusterClient _client;
    private readonly CancellationTokenSource _over = new();
    private readonly Dictionary<string, SiloReport> _before;
    private readonly Dictionary<string, SiloReport> _last;
    private readonly Lock _gate = new();
    private readonly Task _asking;
    private int _living;

    private DistantSilos(ClusterClient client, ClusterAddress.Store address, IReadOnlyList<SiloReport> reports)
    {
        _client = client;
        (Store, ServiceId) = (address.Address, ClusterAddress.Store.ServiceId);
        _before = reports.ToDictionary(report => report.Name);
        _last = new Dictionary<string, SiloReport>(_before);
        _living = reports.Count;
        Durability = reports[0].Durability;
        _asking = Task.Run(KeepAsking);
    }

    /// <exception cref="NoClusterException">No silo says how it is.</exception>
    public static async Task<DistantSilos> AskAsync(
        ClusterClient client, ClusterAddress.Store address, CancellationToken stop)
    {
        var reports = await client.ReportsAsync().WaitAsync(ClusterClient.ConnectWithin, stop);
        return reports.Count > 0
            ? new DistantSilos(client, address, reports)
            : throw new NoClusterException(address.ToString(), "no silo says how it is");
    }

    public override StoreAddress Store { get; }

    public override string ServiceId { get; }

    public override Durability Durability { get; }

    public override int Count => _before.Count;

    public override int Living => _living;

    public override long Answered => Since(report => report.Answered);

    public override long AnsweredBySurvivors => Answered;

    public override long AskedAgain => Since(report => report.AskedAgain);

    public override double CpuSeconds => Since(report => report.CpuSeconds);

    public override long PeakMemoryBytes
    {
        get
        {
            lock (_gate) return _last.Values.Sum(report => report.PeakMemoryBytes);
        }
    }

    public override void Kill(int silo) => throw new ClusterException(
        $"Silo {silo} was not started by this machine", $"{Store}", "Leave --kill out, or stop it where it runs");

    public override void Dispose()
    {
        _over.Cancel();
        _asking.Wait();
        _over.Dispose();
    }

    private T Since<T>(Func<SiloReport, T> figure) where T : System.Numerics.INumber<T>
    {
        lock (_gate)
        {
            var sum = T.Zero;
            foreach (var (name, report) in _last)
                sum += figure(report) - (_before.TryGetValue(name, out var before) ? figure(before) : T.Zero);
            return sum;
        }
    }

    private async Task KeepAsking()
    {
        while (!_over.IsCancellationRequested)
        {
            await Task.Delay(Every, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var reports = await _client.ReportsAsync().WaitAsync(Patience, _over.Token);
                _living = reports.Count(report => _before.ContainsKey(report.Name));
                lock (_gate)
                    foreach (var report in reports) _last[report.Name] = report;
            }
            catch (Exception silent) when (silent is OrleansException or TimeoutException or OperationCanceledException)
            {
                // What was last said counts.
            }
        }
    }
}
