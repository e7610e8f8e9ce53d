using Federation.Governance.Chance;
using Federation.Governance.Counting;

namespace Federation.Governance.Tests.Counting;

/// <summary>Ballots as people write them: "M>K=W 1332, W", alternatives by letter.</summary>
internal static class Written
{
    public static Poll Poll(string letters, string ballots, Convention? convention = null) => new(
        Ballots.Of(letters.Length, ballots.Split(',', StringSplitOptions.TrimEntries).Select(one =>
        {
            var parts = one.Split(' ');
            return new Pile(
                Ballot.Weak(parts[0].Split('>').Select(place => place.Split('=').Select(name => letters.IndexOf(name, StringComparison.Ordinal)))),
                parts.Length > 1 ? long.Parse(parts[1]) : 1);
        })),
        Lots(letters.Length), convention);

    public static TieChain Lots(int alternatives) => TieChain.Drawn(new Dice(1, 0), 0, 0, alternatives);

    public static Count Counted(this Poll poll, string rule) => CountingRules.Find(rule)!.Count(poll);

    public static char Winner(this Poll poll, string rule, string letters) => letters[poll.Counted(rule).Winner!.Value];

    /// <summary>A round as "A 3, B 2.5".</summary>
    public static string Told(this CountingRound round, string letters) =>
        string.Join(", ", round.Standings.Select(one => $"{letters[one.Alternative]} {one.Tally}"));
}
