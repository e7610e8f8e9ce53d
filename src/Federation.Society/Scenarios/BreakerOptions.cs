namespace Federation.Society.Scenarios;

/// <summary>A storm over a power grid whose feeders are the circles without children: who opens the
/// breakers, and at what price? Off while <see cref="Customers"/> is 0.</summary>
/// <remarks>
/// Totals are those of the shutoff of 9 October 2019 in California (738,000 customers in 35 counties);
/// hazards are synthetic, and every figure here not said to have a source is assumed. The first dimension
/// of the issue space is the fire-risk limit, a hazard index 0..1; the second, if there is one, the hours
/// of storage kept charged.
/// </remarks>
public sealed record BreakerOptions
{
    /// <summary>Customers of all feeders together; 0 for no grid, up to 100,000,000.</summary>
    public int Customers { get; init; }

    /// <summary>The level whose circles are one area of the weather forecast.</summary>
    public string ForecastLevel { get; init; } = "county";

    /// <summary>Mean of the hazard index of a line in this storm, 0..1.</summary>
    public double HazardMean { get; init; } = 0.25;

    /// <summary>The hazard's own spread: its standard deviation over feeders, 0..1.</summary>
    public double HazardSpread { get; init; } = 0.2;

    /// <summary>Share of the hazard's variance that all feeders of a forecast area have in common, 0..1.</summary>
    public double Correlated { get; init; } = 0.5;

    /// <summary>Share of the rest that is the line's known condition, not the wind there, 0..1.</summary>
    public double Condition { get; init; } = 0.3;

    /// <summary>Error of the forecast for an area, in units of the hazard's own spread, 0..10.</summary>
    public double ForecastError { get; init; } = 0.3;

    /// <summary>Error of what a feeder circle sees on the spot, in the same units, 0..10.</summary>
    public double LocalError { get; init; } = 0.4;

    /// <summary>What reporting to the utility adds to that error, in the same units, 0..10.</summary>
    public double ReportError { get; init; }

    /// <summary>Probability of an ignition at hazard 1 while the line stays closed, 0..1; it grows with the
    /// hazard's square. At the default about 30 feeders of 735 would have damage, as many cases as were
    /// found in 2019.</summary>
    public double IgnitionMost { get; init; } = 0.4;

    /// <summary>What an ignition is worth avoiding, in lost customer-hours.</summary>
    public double IgnitionHours { get; init; } = 1_200_000;

    /// <summary>Share of an ignition's damage that falls on the feeder's own customers, 0..1; the rest falls
    /// on its neighbours (the externality).</summary>
    public double OwnShare { get; init; } = 0.5;

    /// <summary>Hours an opened line stays open, 1..240.</summary>
    public int EventHours { get; init; } = 48;

    /// <summary>Share of a feeder's load that can island, at most; drawn evenly from 0 to this, 0..1.</summary>
    public double IslandMost { get; init; } = 0.4;

    /// <summary>Solar supply by day, as a share of the load that can island, 0..3.</summary>
    public double Solar { get; init; } = 0.5;

    /// <summary>Hours of storage kept charged where the issue space has no second dimension, 0..240.</summary>
    public int StorageHours { get; init; } = 8;

    /// <summary>Hours between the warning and the storm, 0..240.</summary>
    public double WarningHours { get; init; } = 36;

    /// <summary>Hours until a meeting that was called has begun, 0..240; somebody with a mandate needs none.</summary>
    public double CallHours { get; init; } = 8;

    /// <summary>All ways of deciding are compared at this share of the risk of closed lines, 0..1.</summary>
    public double EqualRisk { get; init; } = 0.2;

    /// <summary>Routine failures per feeder and year, 0..100, and the hours a repair takes, 0..1000.</summary>
    public double FailuresPerYear { get; init; } = 1;
    public double RepairHours { get; init; } = 2;

    /// <summary>Whether there is a grid.</summary>
    public bool Any => Customers > 0;
}
