using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>How long a run goes on after its agenda, and what happens to agreements then.</summary>
internal static class LifeKeys
{
    private const string Share = "share of a dimension's range";

    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        Life(nameof(LifeOptions.HorizonDays),
            "The last day on which a review, the end of a term or a parked matter falls due; 0: the run "
                + "ends when its agenda is settled.", 0, 36_500, "simulated days"),
        Life(nameof(LifeOptions.Reviews),
            "Whether circles hold the reviews they agreed on, or let the day pass.",
            words: ["kept", "skipped"]),
        Life(nameof(LifeOptions.Objections),
            "Whether a member may object, at any meeting, to how an agreement in force is carried out.",
            words: ["heard", "unheard"]),
        Life(nameof(LifeOptions.MeasureNoise),
            "Standard deviation of what a circle misreads of its need at a review, per dimension.",
            0, 2, Share),
        Life(nameof(LifeOptions.Movement),
            "How far what a circle stands for must move for a matter it parked to come back before half "
                + "its term.", 0, 2, Share),
        Life(nameof(LifeOptions.CyclesMax),
            "The most cycles a run may take; more is an error.", 1, 100_000, "cycles"),
    ];

    private static ScenarioKey Life(
        string property, string meaning, double low = double.NegativeInfinity,
        double high = double.PositiveInfinity, string unit = "", params string[] words) =>
        OptionSection.Key("life", property, meaning, low, high, unit, words);
}
