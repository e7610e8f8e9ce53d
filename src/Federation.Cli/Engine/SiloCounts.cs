using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;
using Federation.Storage.Sql;

namespace Federation.Cli.Engine;

/// <summary>What the silos of a cluster's folder did since a run began.</summary>
/// <remarks>A cluster that stands by itself has counted for earlier runs: those are taken off.</remarks>
internal sealed class SiloCounts : SilosAtWork
{
    private readonly string _folder;
    private readonly ClusterFile _file;
    private readonly Dictionary<string, AnswerTally> _tallies = [];
    private readonly Dictionary<string, SiloReport> _before;
    private readonly Dictionary<string, long> _answeredBefore;
    private readonly HashSet<string> _killed = [];
    private readonly IReadOnlyList<string> _silos;

    /// <exception cref="NoClusterException">There is no cluster in the folder.</exception>
    public SiloCounts(string folder)
    {
        _folder = folder;
        _file = ClusterFile.Read(folder) ?? throw new NoClusterException(folder, "none was started in this folder");
        _silos = [.. _file.Living.Select(silo => silo.Name)];
        foreach (var silo in _silos)
            if (AnswerTally.Open(new SiloFiles(folder, silo).Tally) is { } tally) _tallies[silo] = tally;
        _before = Reports().ToDictionary(report => report.Name);
        _answeredBefore = _tallies.ToDictionary(tally => tally.Key, tally => tally.Value.Answered);
    }

    public override StoreAddress Store => _file.Address;

    public override string ServiceId => _file.ServiceId;

    public override Durability Durability => _file.Durability;

    public override bool SurvivesPowerLoss => _file.SurvivesPowerLoss;

    public override int Count => _silos.Count;

    public override int Living => _file.Living.Count(silo => _silos.Contains(silo.Name));

    public override long Answered => _tallies.Sum(tally => tally.Value.Answered - _answeredBefore[tally.Key]);

    public override long AnsweredBySurvivors => _tallies.Where(tally => !_killed.Contains(tally.Key))
        .Sum(tally => tally.Value.Answered - _answeredBefore[tally.Key]);

    public override long AskedAgain => Sum(report => report.AskedAgain);

    public override double CpuSeconds => Reports().Sum(report =>
        report.CpuSeconds - (_before.GetValueOrDefault(report.Name)?.CpuSeconds ?? 0));

    public override long PeakMemoryBytes => Reports().Sum(report => report.PeakMemoryBytes);

    public override void Kill(int silo)
    {
        var entry = SiloNames.Find(_file, _folder, $"silo-{silo}");
        entry.Process.Kill();
        _killed.Add(entry.Name);
    }

    public override void Dispose()
    {
        foreach (var tally in _tallies.Values) tally.Dispose();
    }

    private long Sum(Func<SiloReport, long> count) => Reports().Sum(report =>
        count(report) - (_before.GetValueOrDefault(report.Name) is { } before ? count(before) : 0));

    private IEnumerable<SiloReport> Reports() =>
        _silos.Select(silo => new SiloFiles(_folder, silo).Report()).OfType<SiloReport>();
}
