using System.Globalization;
using Federation.Governance.Chance;
using Federation.Society.Scenarios;

namespace Federation.Society.Measures;

/// <summary>The federation itself drawn again for a replication, so that one plan is not the whole sample.</summary>
/// <remarks>
/// What people are, need and believe is redrawn by seed and replication anyway, place by place. Of the
/// plan only a regular tree can be redrawn: each level's fan-out moves by -1, 0 or 1 and circles have up
/// to two members fewer or more. Circles that the scenario names stay. The planet is one, and circles
/// that are written out are meant as written.
/// </remarks>
public static class Structures
{
    /// <summary>Whether another replication has another plan.</summary>
    public static bool IsRedrawn(Scenario scenario) => scenario.Federation is FederationShape.Tree;

    /// <summary>The scenario with its plan drawn by its seed and replication.</summary>
    public static Scenario Redrawn(Scenario scenario)
    {
        if (scenario.Federation is not FederationShape.Tree tree) return scenario;
        var dice = new Dice(scenario.Seed, (ulong)scenario.Replication);
        var named = Named(scenario).ToArray();
        var fanOuts = tree.FanOuts.Select((fanOut, depth) =>
            Moved(fanOut, 1, depth, Math.Max(Math.Min(fanOut, 2), Least(named, depth + 1)), 1000));
        var removed = scenario.Agenda.Select(matter => matter.Removes).DefaultIfEmpty().Max();
        return scenario with
        {
            Federation = tree with
            {
                FanOuts = [.. fanOuts],
                Members = Moved(tree.Members, 2, tree.FanOuts.Length, Math.Max(3, removed), 40),
            },
        };

        int Moved(int written, int most, int what, int least, int largest) => Math.Clamp(
            written - most + dice.Below((2 * most) + 1, (ulong)what, 0, 0, 0, Purpose.Structure), least, largest);
    }

    private static IEnumerable<string> Named(Scenario scenario) => scenario.Agenda
        .SelectMany(matter => new[] { matter.Circle, matter.Affects, matter.Change?.Circle.Path ?? "" })
        .Concat(scenario.Domains.SelectMany(domain => new[] { domain.Circle, domain.Affects }));

    /// <summary>The largest number a named circle has at a depth: "town/c3/c1" has 3 at depth 1.</summary>
    private static int Least(string[] named, int depth) => named
        .Select(path => path.Split('/'))
        .Where(parts => parts.Length > depth)
        .Select(parts => parts[depth][1..])
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : 1)
        .DefaultIfEmpty(1).Max();
}
