using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>A storm over a power grid, and what is known of it where.</summary>
internal static class BreakerKeys
{
    private const string OwnSpread = "times the hazard's own spread";

    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        Key(nameof(BreakerOptions.Customers),
            "Customers of all feeders together, which are the circles without children; 0 for no grid.",
            100_000_000),
        Key(nameof(BreakerOptions.ForecastLevel), "The level whose circles are one area of the forecast."),
        Key(nameof(BreakerOptions.HazardMean), "Mean hazard index of a line in this storm. Assumed.", 1),
        Key(nameof(BreakerOptions.HazardSpread), "Standard deviation of the hazard over feeders. Assumed.", 1),
        Key(nameof(BreakerOptions.Correlated),
            "Share of the hazard's variance a forecast area has in common. Assumed.", 1),
        Key(nameof(BreakerOptions.Condition), "Share of the rest that is the line's known condition. Assumed.", 1),
        Key(nameof(BreakerOptions.ForecastError), "Error of the forecast for an area. Assumed.", 10, OwnSpread),
        Key(nameof(BreakerOptions.LocalError),
            "Error of what a feeder circle sees on the spot. Assumed.", 10, OwnSpread),
        Key(nameof(BreakerOptions.ReportError), "What reporting to the utility adds to that. Assumed.", 10, OwnSpread),
        Key(nameof(BreakerOptions.IgnitionMost),
            "Probability of damage at hazard 1 with the line closed, by the hazard's square; all damage counts as an "
            + "ignition, an upper bound. Assumed.", 1),
        Key(nameof(BreakerOptions.IgnitionHours),
            "What an ignition is worth avoiding. Assumed.", 1e12, "customer-hours"),
        Key(nameof(BreakerOptions.OwnShare),
            "Share of an ignition's damage that falls on the feeder's own customers; the rest is externality. "
            + "Assumed.", 1),
        OptionSection.Key("breaker", nameof(BreakerOptions.EventHours),
            "How long an opened line stays open. Assumed.", 1, 240, "hours"),
        Key(nameof(BreakerOptions.IslandMost),
            "Share of a feeder's load that can island, drawn evenly from 0 to this. Assumed.", 1),
        Key(nameof(BreakerOptions.Solar), "Solar supply by day, of the load that can island. Assumed.", 3, "share"),
        Key(nameof(BreakerOptions.StorageHours),
            "Storage kept charged where the issue space has no second dimension for it, and behind what circles need. "
            + "Assumed.", 240, "hours"),
        Key(nameof(BreakerOptions.WarningHours), "From the warning to the storm. Assumed.", 240, "hours"),
        Key(nameof(BreakerOptions.CallHours), "Until a meeting that was called has begun. Assumed.", 240, "hours"),
        Key(nameof(BreakerOptions.EqualRisk),
            "The risk at which ways of deciding are compared, of that with every line closed.", 1, "share"),
        Key(nameof(BreakerOptions.FailuresPerYear), "Routine failures of a feeder. Assumed.", 100, "a year"),
        Key(nameof(BreakerOptions.RepairHours), "How long a repair takes. Assumed.", 1000, "hours"),
    ];

    private static ScenarioKey Key(string property, string meaning, double high = double.PositiveInfinity,
        string unit = "") => double.IsPositiveInfinity(high)
            ? OptionSection.Key("breaker", property, meaning)
            : OptionSection.Key("breaker", property, meaning, 0, high, unit);
}
