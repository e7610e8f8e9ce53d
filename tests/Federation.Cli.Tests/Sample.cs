using System.Collections.Immutable;
using Federation.Cli.Runs;

namespace Federation.Cli.Tests;

/// <summary>A report written by hand; its figures mean nothing.</summary>
internal static class Sample
{
    public static RunReport Run { get; } = new()
    {
        Scenario = "cohousing", Seed = 5, Rule = "consent", Silos = 3, Driver = "cluster",
            Durability = "every",
        Storage = "sqlite", Circles = 6, People = 32, Cycles = 9, Seal = new string('a', 64),
            SilosLost = 1,
        AskedAgain = 214, Represented = 32, Harm = new HarmReport(0.21, 0.4),
            OutsideTolerance = 0.14,
        Counterfactual = [new("decree", 0.10, 0.2, 1), new("majority", 0.33, 0.58, 4), new(
            "median", 0.209, 0.135, 30)],
        ReversedBy = "With shaping below 0.2, decree does less harm.",
        WallSeconds = 2.5, CpuSeconds = 4, PeakMemoryBytes = 200_000_000,
            TraceFile = "traces.jsonl",
        RunDirectory = "runs/cohousing-5",
        Decisions = [Decision],
    };

    /// <summary>The same with everything that can go wrong in it.</summary>
    public static RunReport Troubled { get; } = Run with
    {
        Strain = new StrainReport(3, 2, 0, 1, 0, 4, 1, 0, 5),
        Cases =
        [
            new CaseReport(2, "serial objector", "full/<i>land</i>", 40, 1, ["Mara 7"], "one person objects to all", "gate s3"),
            new CaseReport(9, "parent too large", "full", 0, 0, [], "22 people sit in it", "smaller fan-out"),
        ],
        Decisions =
        [
            Decision with
            {
                Strain = new StrainedReport("deviated", 0.12, 0.4),
                Looks =
                [
                    Look(91, "kept", 0.22), Look(182, "changed", 0.18), Look(365, "expired", 0.3),
                ],
            },
        ],
    };

    private static LookReport Look(int day, string verdict, double harm) => new(
        day, day / 14, verdict, 1, Values(("common house temperature", 20)), harm + 0.02, harm, 0.1,
        new RangeReport(1, 2, 4));

    public static DecisionReport Decision => new()
    {
        Id = 1, Title = "A warmer <b>house</b> & \"rest\"", Circle = "full/coordinating",
            Effect = "limits",
        Outcome = "adopted", Version = 2, Objections = 3, Integrated = 3, CirclesAsked = 5,
            CirclesCarried = 3,
        CirclesAdapted = 1, CirclesUnresolved = 1, LevelsUp = 1, LevelsDown = 1, TermDays = 182,
            CirclesObjecting = 2,
        Proposed = Values(("common house temperature", 22)), Decided = Values(
            ("common house temperature", 20.4)),
        Units = ImmutableSortedDictionary<string, string>.Empty.Add(
            "common house temperature", "°C"),
        PersonHours = new RangeReport(20, 40, 80), Weeks = new RangeReport(3, 6, 12),
            TraceId = "abc",
        Moments = [Step("objection"), Step("integrated")],
    };

    public static StepReport Step(string kind) => new(
        12, 3, "full/coordinating/land", "work", 2, kind, "Mara 7", "too warm for the seedlings",
            "22 °C", "20.4 °C");

    private static ImmutableSortedDictionary<string, double> Values(
        params (string Name, double Value)[] values) =>
        values.ToImmutableSortedDictionary(
            value => value.Name, value => value.Value, StringComparer.Ordinal);
}
