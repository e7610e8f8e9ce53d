using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Society.Cases;

/// <summary>The same matters before fewer circles and people.</summary>
/// <remarks>Where a circle that raises a matter goes, a neighbouring one that stays raises it.</remarks>
internal static class SmallerFederations
{
    private const int MembersLeast = 3;

    public static IEnumerable<Scenario> Of(Scenario scenario) => scenario.Federation switch
    {
        FederationShape.Planet planet => OfPlanet(scenario, planet),
        FederationShape.Tree tree => OfTree(scenario, tree),
        FederationShape.Inline inline => SmallerInline.Of(scenario, inline),
        _ => [],
    };

    /// <summary>The real planet counts as larger than any made-up federation.</summary>
    public static long Circles(FederationShape shape) => shape switch
    {
        FederationShape.Tree tree => Row(tree).Sum(),
        FederationShape.Inline inline => SmallerInline.Circles(inline.Root),
        _ => long.MaxValue,
    };

    public static long People(FederationShape shape) => shape switch
    {
        FederationShape.Tree tree => Row(tree)[^1] * tree.Members,
        FederationShape.Inline inline => SmallerInline.People(inline.Root),
        _ => long.MaxValue,
    };

    /// <summary>Numbers of members to try, fewest first.</summary>
    internal static IEnumerable<int> FewerThan(int members) =>
        new[] { MembersLeast, members / 2, members - 1 }.Where(fewer => fewer >= MembersLeast && fewer < members)
            .Distinct();

    private static List<long> Row(FederationShape.Tree tree)
    {
        var row = new List<long> { 1 };
        foreach (var fanOut in tree.FanOuts) row.Add(row[^1] * fanOut);
        return row;
    }

    /// <summary>A made-up chain of levels as deep as the first matter's circle, with a few branches.</summary>
    private static IEnumerable<Scenario> OfPlanet(Scenario scenario, FederationShape.Planet planet)
    {
        var depth = scenario.Agenda[0].Circle.Count(letter => letter == '/');
        ImmutableArray<string> levels = [.. Enumerable.Range(0, depth + 1).Select(level => $"level-{level}")];
        foreach (var width in new[] { 1, 2, 4 })
        {
            ImmutableArray<int> fanOuts = [.. Enumerable.Range(0, depth).Select(level => level < 3 ? width : 1)];
            yield return scenario with
            {
                Federation = new FederationShape.Tree(fanOuts, levels, planet.Members),
                Agenda = [.. scenario.Agenda.Select(matter => matter with
                {
                    Circle = string.Join('/', Enumerable.Repeat("c1", depth).Prepend(levels[0])),
                    Affects = levels[0],
                })],
            };
        }
    }

    private static IEnumerable<Scenario> OfTree(Scenario scenario, FederationShape.Tree tree)
    {
        for (var width = 1; width <= 3; width++)
            yield return With(tree.FanOuts.Select(fanOut => Math.Min(fanOut, width)));
        for (var level = 0; level <= tree.FanOuts.Length && tree.FanOuts.Length > 0; level++)
            yield return Without(scenario, tree, level);
        for (var level = 0; level < tree.FanOuts.Length; level++)
            foreach (var fewer in new[] { 1, tree.FanOuts[level] / 2, tree.FanOuts[level] - 1 }.Distinct())
                if (fewer >= 1 && fewer < tree.FanOuts[level])
                    yield return With(tree.FanOuts.SetItem(level, fewer));
        foreach (var members in FewerThan(tree.Members))
            yield return scenario with { Federation = tree with { Members = members } };

        Scenario With(IEnumerable<int> fanOuts)
        {
            ImmutableArray<int> fewer = [.. fanOuts];
            return Moved(scenario with { Federation = tree with { FanOuts = fewer } },
                path => [path[0], .. path.Skip(1).Select((segment, level) => Within(segment, fewer[level]))]);
        }
    }

    /// <summary>"c7" becomes the last child there is.</summary>
    private static string Within(string segment, int fanOut) =>
        $"c{Math.Min(int.Parse(segment.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture), fanOut)}";

    private static Scenario Without(Scenario scenario, FederationShape.Tree tree, int level)
    {
        var fewer = tree with
        {
            Levels = tree.Levels.RemoveAt(level), FanOuts = tree.FanOuts.RemoveAt(Math.Max(0, level - 1)),
        };
        var top = Places.Segments.Of(fewer.Levels[0]);
        return Moved(scenario with { Federation = fewer }, path =>
            [top, .. path.Skip(1).Where((_, at) => at != Math.Max(0, level - 1))]);
    }

    internal static Scenario Moved(Scenario scenario, Func<string[], IEnumerable<string>> move)
    {
        return scenario with
        {
            Agenda = [.. scenario.Agenda.Select(matter => matter with
            {
                Circle = Path(matter.Circle),
                Affects = Path(matter.Affects),
                Touches = [.. matter.Touches.Select(Path)],
            })],
            // Where two circles become one, it keeps what the lower one was given.
            Domains = [.. scenario.Domains.Select(domain => domain with
            {
                Circle = Path(domain.Circle),
                Affects = Path(domain.Affects),
            }).GroupBy(domain => (domain.Circle, domain.Level)).Select(same => same.Last())],
        };

        string Path(string path) => path.Length == 0 ? "" : string.Join('/', move(path.Split('/')));
    }
}
