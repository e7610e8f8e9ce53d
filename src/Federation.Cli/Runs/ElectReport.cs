using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Federation.Governance.Counting;
using Federation.Storage.Balloting;

namespace Federation.Cli.Runs;

/// <summary>An election counted by one or more methods.</summary>
/// <param name="Pairwise">For each candidate, on how many ballots they are above each other one; null for
/// more than 200 candidates.</param>
internal sealed record ElectReport(
    string File, string Title, string Format, ImmutableArray<string> Candidates, long Ballots,
    ElectConventions Conventions, ImmutableArray<ElectMethod> Methods,
    Dictionary<string, Dictionary<string, long>>? Pairwise, ImmutableArray<string> Notes)
{
    /// <summary>With more candidates than this no person reads everything.</summary>
    public const int Many = 200;

    public static ElectReport Of(
        string file, Election election, Poll poll, ElectConventions conventions, IEnumerable<ElectMethod> methods)
    {
        var names = election.Candidates;
        return new ElectReport(
            file, election.Title, election.Format.ToString().ToLowerInvariant(), names, election.Ballots.Total,
            conventions, [.. methods], names.Length > Many ? null : Enumerable.Range(0, names.Length).ToDictionary(
                a => names[a], a => Enumerable.Range(0, names.Length).Where(b => b != a)
                    .ToDictionary(b => names[b], b => poll.Pairwise.Over(a, b))),
            election.Notes);
    }
}

/// <summary>How ballots were read where rules leave it open.</summary>
internal sealed record ElectConventions(string Unranked, string Overvotes, string Skipped, string Approve, ulong Seed);

/// <summary>What one method made of the ballots.</summary>
/// <param name="Winner">Null for <c>condorcet</c> where nobody beats every other one.</param>
/// <param name="Eliminated">After each round; null where nobody was.</param>
/// <param name="Exhausted">After each round's ballots: those that rank none of the candidates left.</param>
/// <param name="LastPlaces">Coombs: per round, on how many ballots each is last.</param>
internal sealed record ElectMethod(
    string Method, string? Winner, IReadOnlyList<Dictionary<string, double>> Rounds, ImmutableArray<ElectTie> Ties,
    string Counts, ImmutableArray<string?> Eliminated, ImmutableArray<long> Exhausted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<Dictionary<string, double>?>? LastPlaces)
{
    public static ElectMethod Of(ICountingRule rule, Count count, ImmutableArray<string> names) => new(
        rule.Name, count.Winner is { } winner ? names[winner] : null,
        new Rounds<Dictionary<string, double>>(count.Rounds.Length, round => count.Rounds[round].Standings.ToDictionary(
            one => names[one.Alternative], one => one.Tally.Number())),
        [.. count.Ties.Select(tie => ElectTie.Of(tie, names))], rule.Counts,
        [.. count.Rounds.Select(round => round.Eliminated is { } gone ? names[gone] : null)],
        [.. count.Rounds.Select(round => round.Exhausted)],
        count.Rounds.Any(round => round.Standings.Any(one => one.Last is not null))
            ? new Rounds<Dictionary<string, double>?>(count.Rounds.Length, round => LastOf(count.Rounds[round], names))
            : null);

    private static Dictionary<string, double>? LastOf(CountingRound round, ImmutableArray<string> names) =>
        round.Standings.All(one => one.Last is null) ? null
            : round.Standings.ToDictionary(one => names[one.Alternative], one => one.Last!.Value.Number());
}

/// <summary>A tie and what settled it.</summary>
internal sealed record ElectTie(int Round, string For, ImmutableArray<string> Among, string By, string Chosen)
{
    public static ElectTie Of(Tie tie, ImmutableArray<string> names) => new(
        tie.Round,
        tie.For switch { TiedFor.Winning => "winning", TiedFor.Elimination => "elimination", _ => "the final" },
        [.. tie.Among.Select(one => names[one])],
        tie.By switch
        {
            TieLink.EarlierRound => "an earlier round",
            TieLink.HeadToHead => "head to head",
            TieLink.Score => "the higher score",
            TieLink.TopScores => "more top scores",
            TieLink.NearestToStatusQuo => "nearness to what holds",
            _ => "lot",
        },
        names[tie.Chosen]);
}
