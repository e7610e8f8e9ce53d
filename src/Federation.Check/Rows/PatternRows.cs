using System.Collections.Concurrent;
using System.Globalization;
using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Measures;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using static Federation.Check.Rows.PowerRows;

namespace Federation.Check.Rows;

/// <summary>Stylised facts, measured on whole runs of the model.</summary>
/// <remarks>They are directions, not figures: a model that showed the opposite would be wrong about circles.</remarks>
internal static class PatternRows
{
    /// <summary>A federation small enough to run a hundred times.</summary>
    internal const string Town =
        """
        name: check
        seed: 1
        federation: { kind: tree, fanOuts: [4, 5], levels: [town, quarter, street], members: 8 }
        space:
          dimensions:
            - { name: speed, unit: km/h, low: 20, high: 60 }
            - { name: quiet, unit: h, low: 0, high: 8 }
        statusQuo: { speed: 50, quiet: 1 }
        agenda: [{ title: Slower, circle: town/c1/c1, affects: town, position: { speed: 26, quiet: 6 } }]
        """;

    private static readonly ConcurrentDictionary<string,
        Lazy<(RunOutcome Outcome, double[] Measures)>> Runs = new(StringComparer.Ordinal);

    public static IEnumerable<Row> All =>
    [
        Row.Holds("P1", RowGroup.Pattern, "people.sizeApathy=0.05, circles of 6, 12 and 24",
            "a smaller share comes to a larger circle",
            "attendance in groups, domain brief", effort => Falling([6, 12, 24], size => Attendance(size, effort))),
        Row.Holds("P2", RowGroup.Pattern, "40 people in five linked circles against one assembly",
            "hours below half of the assembly's", "liaisons make deciding cheap, domain brief", effort =>
            {
                var linked = Mean(effort, "personHours", "federation.fanOuts=[5]", "federation.levels=[town, street]",
                    "agenda.1.circle=town/c1", "agenda.1.affects=town");
                var flat = Mean(effort, "personHours", "federation.fanOuts=[1]", "federation.levels=[town, hall]",
                    "federation.members=40", "agenda.1.circle=town/c1", "agenda.1.affects=town/c1");
                return (linked < flat / 2, Line($"{linked:0} h against {flat:0} h"));
            }),
        Row.Holds("P3", RowGroup.Pattern, "delegates by qualification against by lot",
            "the text moves by less than 0.1",
            "liaisons rarely move the common position, domain brief", effort =>
            {
                var moved = Seeds(effort).Average(seed =>
                    Of(seed).Outcome.Decisions[0].Decided.DistanceTo(
                        Of(seed, "selection.variant=lot").Outcome.Decisions[0].Decided));
                return (moved < .1, Line($"by {moved:0.000}"));
            }),
        Row.Holds("P4", RowGroup.Pattern, "circles of 4, 8 and 16 carrying a text out",
            "a larger share of larger circles objects",
            "1 - (1 - p)^n", effort => Falling([16, 8, 4], size => Objecting(size, effort))),
        Row.Holds("P5", RowGroup.Pattern,
            "harm, consent less a majority that may amend: people.spread 0.03 and 0.7, tolerance 0.05 to 0.2",
            "at most 0.01 more close together, at least 0.03 more far apart",
            "Dougherty and Edward 2005; docs/experiments/2-dispersion.md", effort =>
            {
                var (near, far) = (Behind(effort, .03), Behind(effort, .7));
                return (near <= .01 && far >= .03, Line($"{near:0.000} and {far:0.000}"));
            }),
        Row.Holds("P6", RowGroup.Pattern,
            "mean distance of beliefs from their mean, in the town circle against all people",
            "less than three quarters at the top",
            "averages hide variance, domain brief", effort =>
            {
                var (top, all) = (Seeds(effort).Average(Apart), Seeds(effort).Average(ApartBelow));
                return (top < .75 * all, Line($"{top:0.000} against {all:0.000}"));
            }),
    ];

    private static double Attendance(int size, Effort effort) => Seeds(effort).Average(seed =>
    {
        var world = Worlds.Open(ScenarioReader.Parse(
            Town, "check.yaml", [Seed(seed), "people.sizeApathy=0.05", Line($"federation.members={size}")]));
        var leaves = world.Plan.All().Where(circle => circle.IsLeaf).Select(circle => world.Of(circle.Id)).ToArray();
        return leaves.Average(here => Enumerable.Range(0, size).Average(one =>
            here.Attends(here.Resident(one).Person, 1, 0) ? 1.0 : 0));
    });

    private static double Objecting(int size, Effort effort) => Seeds(effort).Average(seed =>
    {
        var decided = Of(seed, Line($"federation.members={size}"), "people.toleranceLow=0.1",
            "people.toleranceHigh=0.3",
            "process.latitude=0.4").Outcome.Decisions[0];
        return decided.CirclesAsked == 0 ? 0 : (double)decided.CirclesObjecting / decided.CirclesAsked;
    });

    /// <summary>How much more harm consent does than a majority with the same right to amend, among people who can
    /// live with little.</summary>
    private static double Behind(Effort effort, double spread)
    {
        string[] narrow = [Line($"people.spread={spread}"), "people.toleranceLow=0.05", "people.toleranceHigh=0.2"];
        return Mean(effort, RunMeasures.Primary, narrow)
            - Mean(effort, RunMeasures.Primary, [.. narrow, "rule=majority", "rules.amendable=yes"]);
    }

    /// <summary>How far apart the members of the highest circle are in what they believe it needs.</summary>
    private static double Apart(int seed)
    {
        var run = new Reference(Worlds.Open(ScenarioReader.Parse(Town, "check.yaml", [Seed(seed)])));
        run.Run();
        var here = run.World.Of(run.World.Plan.Root);
        return Spread([.. Voices.All(run.Circles[here.Id], here, 1).Select(voice => voice.Belief)]);
    }

    /// <summary>The same of everybody at home.</summary>
    private static double ApartBelow(int seed)
    {
        var world = Worlds.Open(ScenarioReader.Parse(Town, "check.yaml", [Seed(seed)]));
        return Spread([.. world.Plan.All().Where(circle => circle.IsLeaf).SelectMany(leaf =>
            Voices.All(new Circle { Id = leaf.Id }, world.Of(leaf.Id), 0).Select(voice => voice.Belief))]);
    }

    private static double Spread(Point[] beliefs)
    {
        var mean = beliefs.Aggregate((sum, one) => sum + one) * (1.0 / beliefs.Length);
        return beliefs.Average(one => one.DistanceTo(mean));
    }

    private static double Mean(Effort effort, string measure, params string[] settings)
    {
        var at = RunMeasures.IndexOf(measure);
        return Seeds(effort).Average(seed => Of(seed, settings).Measures[at]);
    }

    private static (bool, string) Falling(int[] sizes, Func<int, double> share)
    {
        double[] shares = [.. sizes.Select(share)];
        return (shares.Zip(shares.Skip(1)).All(pair => pair.First > pair.Second),
            string.Join(", ", sizes.Zip(shares, (size, one) => Line($"{one:0.00} of {size}"))));
    }

    private static (RunOutcome Outcome, double[] Measures) Of(int seed, params string[] settings) =>
        Runs.GetOrAdd(string.Join('|', settings.Prepend(Seed(seed))), _ => new(() =>
        {
            var run = new Reference(Worlds.Open(ScenarioReader.Parse(Town, "check.yaml", [Seed(seed), .. settings])));
            var register = run.Run();
            return (Outcomes.Of(run.World, register), [.. RunMeasures.Of(run, register)]);
        })).Value;

    private static IEnumerable<int> Seeds(Effort effort) => Enumerable.Range(1, effort == Effort.Full ? 60 : 12);

    private static string Seed(int seed) => string.Create(CultureInfo.InvariantCulture, $"seed={seed}");
}
