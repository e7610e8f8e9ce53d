using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;

namespace Federation.Cli.Engine;

/// <summary>What the silos of a cluster's folder did since a run began.</summary>
/// <remarks>A cluster that stands by itself has counted for earlier runs: those are taken off.</remarks>
internal sealed class SiloCounts : IDisposable
{
    private readonly string _folder;
    private readonly ClusterFile _file;
    private readonly Dictionary<string, AnswerTally> _tallies = [];
    private readonly Dictionary<string, SiloReport> _before;
    private readonly Dictionary<string, long> _answeredBefore;
    private readonly HashSet<string> _killed = [];

    /// <exception cref="NoClusterException">There is no cluster in the folder.</exception>
    public SiloCounts(string folder)
    {
        _folder = folder;
        _file = ClusterFile.Read(folder) ?? throw new NoClusterException(folder, "none was started in this folder");
        Silos = [.. _file.Living.Select(silo => silo.Name)];
        foreach (var silo in Silos)
            if (AnswerTally.Open(new SiloFiles(folder, silo).Tally) is { } tally) _tallies[silo] = tally;
        _before = Reports().ToDictionary(report => report.Name);
        _answeredBefore = _tallies.ToDictionary(tally => tally.Key, tally => tally.Value.Answered);
    }

    /// <summary>Names of the silos that lived when the run began.</summary>
    public IReadOnlyList<string> Silos { get; }

    public ClusterFile Cluster => _file;

    public int Living => _file.Living.Count(silo => Silos.Contains(silo.Name));

    /// <summary>Silos that died without being asked to leave.</summary>
    public int Lost => Silos.Count - Living;

    /// <summary>Answers so far, those of lost silos included.</summary>
    public long Answered => _tallies.Sum(tally => tally.Value.Answered - _answeredBefore[tally.Key]);

    /// <summary>Answers so far of the silos that were not killed.</summary>
    public long AnsweredBySurvivors => _tallies.Where(tally => !_killed.Contains(tally.Key))
        .Sum(tally => tally.Value.Answered - _answeredBefore[tally.Key]);

    public long AskedAgain => Sum(report => report.AskedAgain);

    public double CpuSeconds => Reports().Sum(report =>
        report.CpuSeconds - (_before.GetValueOrDefault(report.Name)?.CpuSeconds ?? 0));

    public long PeakMemoryBytes => Reports().Sum(report => report.PeakMemoryBytes);

    /// <summary>SIGKILL.</summary>
    /// <exception cref="ClusterException">No living silo has this number.</exception>
    public void Kill(int silo)
    {
        var entry = SiloNames.Find(_file, _folder, $"silo-{silo}");
        entry.Process.Kill();
        _killed.Add(entry.Name);
    }

    public void Dispose()
    {
        foreach (var tally in _tallies.Values) tally.Dispose();
    }

    private long Sum(Func<SiloReport, long> count) => Reports().Sum(report =>
        count(report) - (_before.GetValueOrDefault(report.Name) is { } before ? count(before) : 0));

    private IEnumerable<SiloReport> Reports() =>
        Silos.Select(silo => new SiloFiles(_folder, silo).Report()).OfType<SiloReport>();
}
