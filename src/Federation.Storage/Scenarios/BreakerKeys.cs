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
        Key(nameof(BreakerOptions.HazardMean), "Mean hazard index of a line in this storm.", 1),
        Key(nameof(BreakerOptions.HazardSpread), "Standard deviation of the hazard over feeders.", 1),
        Key(nameof(BreakerOptions.Correlated), "Share of the hazard's variance a forecast area has in common.", 1),
        Key(nameof(BreakerOptions.Condition), "Share of the rest that is the line's known condition.", 1),
        Key(nameof(BreakerOptions.ForecastError), "Error of the forecast for an area.", 10, OwnSpread),
        Key(nameof(BreakerOptions.LocalError), "Error of what a feeder circle sees on the spot.", 10, OwnSpread),
        Key(nameof(BreakerOptions.ReportError), "What reporting to the utility adds to that.", 10, OwnSpread),
        Key(nameof(BreakerOptions.IgnitionMost),
            "Probability of an ignition at hazard 1 with the line closed; it grows by the hazard's square.", 1),
        Key(nameof(BreakerOptions.IgnitionHours), "What an ignition is worth avoiding.", 1e12, "customer-hours"),
        Key(nameof(BreakerOptions.OwnShare),
            "Share of an ignition's damage that falls on the feeder's own customers; the rest is externality.", 1),
        OptionSection.Key("breaker", nameof(BreakerOptions.EventHours),
            "How long an opened line stays open.", 1, 240, "hours"),
        Key(nameof(BreakerOptions.IslandMost),
            "Share of a feeder's load that can island, drawn evenly from 0 to this.", 1),
        Key(nameof(BreakerOptions.Solar), "Solar supply by day, of the load that can island.", 3, "share"),
        Key(nameof(BreakerOptions.StorageHours),
            "Storage kept charged, where the issue space has no second dimension for it.", 240, "hours"),
        Key(nameof(BreakerOptions.WarningHours), "From the warning to the storm.", 240, "hours"),
        Key(nameof(BreakerOptions.CallHours), "Until a meeting that was called has begun.", 240, "hours"),
        Key(nameof(BreakerOptions.EqualRisk),
            "The risk at which ways of deciding are compared, of that with every line closed.", 1, "share"),
        Key(nameof(BreakerOptions.FailuresPerYear), "Routine failures of a feeder.", 100, "a year"),
        Key(nameof(BreakerOptions.RepairHours), "How long a repair takes.", 1000, "hours"),
    ];

    private static ScenarioKey Key(string property, string meaning, double high = double.PositiveInfinity,
        string unit = "") => double.IsPositiveInfinity(high)
            ? OptionSection.Key("breaker", property, meaning)
            : OptionSection.Key("breaker", property, meaning, 0, high, unit);
}
