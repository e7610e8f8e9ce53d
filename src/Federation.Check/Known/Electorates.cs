using System.Collections.Concurrent;
using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Governance.Counting;

namespace Federation.Check.Known;

/// <summary>How often a rule elects whoever beats everybody, and how much of the possible welfare it reaches.</summary>
/// <param name="Condorcet">Of the elections in which somebody beats everybody, the share in which they win.</param>
/// <param name="Welfare">(mean of the winner - mean of all) / (mean of the best - mean of all).</param>
/// <param name="Exists">The share of elections in which somebody beats everybody.</param>
public sealed record Efficiency(
    ImmutableDictionary<string, double> Condorcet, ImmutableDictionary<string, double> Welfare, double Exists);

/// <summary>Electorates drawn at random, counted by the rules of the product.</summary>
/// <remarks>
/// Merrill, American Journal of Political Science 28 (1984) 23-48. Ties fall by lot there: a ballot weighs
/// a million and up to a thousand, so that a lot breaks every tie and nothing else.
/// </remarks>
public static class Electorates
{
    private const int Whole = 1_000_000;

    private const int Lot = 1_000;

    private static readonly string[] Ranked = ["plurality", "irv", "borda", "coombs"];

    private static readonly ConcurrentDictionary<(int, int), Lazy<Efficiency>> Societies = new();

    private static readonly ConcurrentDictionary<(double, int), Lazy<Efficiency>> Planes = new();

    /// <summary>Everybody's utility for every candidate is even on 0 to 1, and then stretched so that everybody's
    /// best is 1 and worst 0; 25 people.</summary>
    public static Efficiency Society(int candidates, int runs) => Societies.GetOrAdd((candidates, runs),
        key => new Lazy<Efficiency>(() => Measure(key.Item2, draws =>
            [.. Table(25, key.Item1, (_, _) => draws.Uniform()).Select(Stretched)]))).Value;

    /// <summary>201 people around the middle of a plane, 5 candidates spread by so much of it.</summary>
    public static Efficiency Plane(double dispersion, int runs) => Planes.GetOrAdd((dispersion, runs),
        key => new Lazy<Efficiency>(() => Measure(key.Item2, draws =>
        {
            var candidates = Table(5, 2, (_, _) => key.Item1 * draws.Normal());
            var people = Table(201, 2, (_, _) => draws.Normal());
            return Table(201, 5, (who, one) => -Math.Sqrt(
                Square(people[who][0] - candidates[one][0]) + Square(people[who][1] - candidates[one][1])));
        }))).Value;

    private static Efficiency Measure(int runs, Func<Draws, double[][]> draw)
    {
        string[] rules = [.. Ranked, "approval"];
        var (hits, reached) = (rules.ToDictionary(rule => rule, _ => 0), rules.ToDictionary(rule => rule, _ => 0.0));
        var (exists, mean, best) = (0, 0.0, 0.0);
        for (var run = 0; run < runs; run++)
        {
            var draws = new Draws(new Dice(11, 0), (ulong)run);
            var utilities = draw(draws);
            double[] social = [.. Enumerable.Range(0, utilities[0].Length).Select(one =>
                utilities.Sum(who => who[one]))];
            (mean, best) = (mean + social.Average(), best + social.Max());
            var lots = utilities.Select(_ => (long)Whole + draws.Below(Lot)).ToArray();
            var poll = Poll(utilities, lots, Ranking);
            var approvals = Poll(utilities, lots, Approving);
            var condorcet = poll.Pairwise.Winner();
            exists += condorcet is null ? 0 : 1;
            foreach (var rule in rules)
            {
                var winner = CountingRules.Find(rule)!.Count(rule == "approval" ? approvals : poll).Winner!.Value;
                if (winner == condorcet) hits[rule]++;
                reached[rule] += social[winner];
            }
        }

        return new Efficiency(
            rules.ToImmutableDictionary(rule => rule, rule => (double)hits[rule] / exists),
            rules.ToImmutableDictionary(rule => rule, rule => (reached[rule] - mean) / (best - mean)),
            (double)exists / runs);
    }

    private static Poll Poll(double[][] utilities, long[] weights, Func<double[], Ballot> ballot) => new(
        Ballots.Of(utilities[0].Length, utilities.Select((who, at) => new Pile(ballot(who), weights[at]))),
        new TieChain([.. utilities[0].Select((_, at) => (ulong)at)], []));

    private static Ballot Ranking(double[] utilities)
    {
        var order = Enumerable.Range(0, utilities.Length).ToArray();
        Array.Sort(order, (a, b) => utilities[b].CompareTo(utilities[a]));
        return Ballot.Strict(order);
    }

    private static Ballot Approving(double[] utilities)
    {
        var mean = utilities.Average();
        int[] approvals = [.. utilities.Select(one => one > mean ? 1 : 0)];
        return Ballot.Scored(approvals);
    }

    private static double[] Stretched(double[] utilities)
    {
        var (worst, best) = (utilities.Min(), utilities.Max());
        return [.. utilities.Select(one => (one - worst) / (best - worst))];
    }

    private static double[][] Table(int rows, int columns, Func<int, int, double> cell) =>
        [.. Enumerable.Range(0, rows).Select(row => (double[])[.. Enumerable.Range(0, columns).Select(column =>
            cell(row, column))])];

    private static double Square(double number) => number * number;
}
