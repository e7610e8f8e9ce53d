using System.Collections.Immutable;

namespace Federation.Society.Breakers;

/// <summary>The storm after the federation decided: who would have opened which breakers, at what price.</summary>
/// <param name="Limit">The fire-risk limit the system circle's text came to, a hazard index 0..1.</param>
/// <param name="StorageHours">Hours of storage kept charged, by the same text.</param>
/// <param name="AllClosed">Expected ignitions if no line is opened.</param>
/// <param name="Routine">SAIDI and SAIFI of a year without the storm, hours and interruptions a customer.</param>
/// <param name="Rows">One per way of deciding.</param>
public sealed record BreakerOutcome(
    double Limit, double StorageHours, double AllClosed, long Customers, int Feeders, int Areas,
    (double Saidi, double Saifi) Routine, ImmutableArray<BreakerRow> Rows)
{
    /// <summary>What an ignition is worth avoiding, in customer-hours.</summary>
    public required double IgnitionHours { get; init; }
}

/// <summary>One way of deciding about the breakers.</summary>
/// <param name="ByLimit">What came of it under the limit agreed, in the time deciding took.</param>
/// <param name="AtEqualRisk">The same way, with the limit moved until the same risk is left as for all.</param>
/// <param name="AtEqualHours">The same way, with the limit moved until as many customer-hours are lost as
/// the utility loses by areas at equal risk.</param>
/// <param name="DecisionHours">Hours from the warning to the decision.</param>
/// <param name="Late">Share of the storm over by then, 0..1.</param>
/// <param name="PersonHours">Of the people who met once the warning was out.</param>
public sealed record BreakerRow(
    Allocation Allocation, Deciding Deciding, Shutoff ByLimit, Shutoff AtEqualRisk, Shutoff AtEqualHours,
    double DecisionHours, double Late, double PersonHours);

/// <summary>Customer-hours at equal risk under one changed assumption, the utility's by records being 1.</summary>
/// <param name="Assumption">The key of the scenario that was changed.</param>
/// <param name="WithinLimit">Feeder circles within the limit; below 1 they do better.</param>
/// <param name="WithCirclesData">The utility with their data: what information alone would do.</param>
/// <param name="WithoutLimitRisk">Share of the risk that feeder circles without a limit leave.</param>
/// <param name="ConsentTotal">Customer-hours and ignitions of consent sought during the storm, circle by
/// circle, against those of a mandate given beforehand; above 1 it does worse.</param>
public sealed record BreakEvenRow(
    string Assumption, double Value, double WithinLimit, double WithCirclesData, double WithoutLimitRisk,
    double ConsentTotal);
