using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Federation.Cli.Runs;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;
using Federation.Society.Cases;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Hunts;

/// <summary>What a hunt has tried and shrunk, so that a hunt that is taken up does none of it again.</summary>
/// <remarks>A hunt goes through its trials in one order whether they are done or known: what it finds is the same
/// however often it was broken off.</remarks>
internal sealed class HuntJournal : IDisposable
{
    private readonly Dictionary<int, Tried> _tried = [];
    private readonly Dictionary<(int Trial, int Case), Shrunk> _shrunk = [];
    private readonly Journal<Line> _journal;

    /// <exception cref="CommandFailure">It is of another hunt, or damaged before its last line.</exception>
    public HuntJournal(HuntRequest request, int planned) =>
        _journal = Journal<Line>.Of(request.Folder.JournalFile, Key(request), planned, Known);

    /// <summary>A trial that is done.</summary>
    /// <param name="Trial">Its number in the hunt's order.</param>
    /// <param name="Cases">Numbers of what it showed.</param>
    /// <param name="Broken">Why it broke off; null when it did not.</param>
    internal sealed record Tried(int Trial, ImmutableArray<int> Cases, string? Broken);

    /// <summary>A case of a trial, shrunk.</summary>
    /// <param name="Find">Null where it could not be shown again.</param>
    internal sealed record Shrunk(int Trial, int Case, FindReport? Find);

    private sealed record Line(Tried? Tried, Shrunk? Shrunk);

    /// <summary>What a trial showed: known, or done now and kept. Safe from any thread.</summary>
    public Tried Of(int trial, Func<Tried> does)
    {
        if (_tried.TryGetValue(trial, out var known)) return known;
        var done = does();
        _journal.Add(new Line(done, null));
        return done;
    }

    /// <summary>What became of a case: known, or done now and kept. Safe from any thread.</summary>
    public Shrunk Of(int trial, int sought, Func<FindReport?> does)
    {
        if (_shrunk.TryGetValue((trial, sought), out var known)) return known;
        var done = new Shrunk(trial, sought, does());
        _journal.Add(new Line(null, done));
        return done;
    }

    public void Dispose() => _journal.Dispose();

    private bool Known(Line line)
    {
        if (line.Tried is { Cases.IsDefault: false } tried) _tried[tried.Trial] = tried;
        else if (line.Shrunk is { } shrunk) _shrunk[(shrunk.Trial, shrunk.Case)] = shrunk;
        else return false;
        return true;
    }

    private static string Key(HuntRequest request)
    {
        var words = new StringBuilder($"hunt\n{Versions.Program}\n{request.FirstSeed}..{request.LastSeed}\n")
            .Append(ResolvedScenario.ToJson(request.Load([])));
        foreach (var variation in Variation.All) words.Append('\n').Append(variation);
        foreach (var sought in DegenerateCases.All) words.Append('\n').Append(sought.Slug);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{words}")));
    }
}
