using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;

namespace Federation.Cli.Ordeals;

/// <summary>The silos' counts of answers, whoever they are now: silos that come and go count from nought.</summary>
internal sealed class Tallies(string folder)
{
    private readonly Dictionary<string, long> _last = [];

    /// <summary>Answers seen so far by all lives of all silos.</summary>
    public long Answered { get; private set; }

    /// <summary>Looks once more.</summary>
    public long Look()
    {
        foreach (var file in Files())
        {
            using var tally = AnswerTally.Open(file);
            if (tally is null) continue;
            var now = tally.Answered;
            var before = _last.GetValueOrDefault(file);
            Answered += now >= before ? now - before : now;
            _last[file] = now;
        }

        return Answered;
    }

    private IEnumerable<string> Files() =>
        (ClusterFile.Read(folder)?.Silos ?? []).Select(silo => new SiloFiles(folder, silo.Name).Tally)
            .Where(File.Exists);
}
