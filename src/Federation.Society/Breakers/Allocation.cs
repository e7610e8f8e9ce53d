namespace Federation.Society.Breakers;

/// <summary>Who decides about a breaker, on what they know: where the domain is.</summary>
public enum Allocation
{
    /// <summary>The utility, forecast area by forecast area.</summary>
    ByArea,

    /// <summary>The utility, feeder by feeder, on the forecast and its records of lines.</summary>
    ByRecords,

    /// <summary>Feeder circles on what they see, inside the fire-risk limit the system circle set.</summary>
    WithinLimit,

    /// <summary>The same, weighing what their own storage spares them: they open earlier.</summary>
    WithinLimitOwnStorage,

    /// <summary>Feeder circles on what they see, weighing only what falls on themselves: no limit.</summary>
    WithoutLimit,

    /// <summary>The utility, with everything the circles see and have: the control that separates
    /// information from governance.</summary>
    WithCirclesData,
}

/// <summary>Which lines each allocation opens.</summary>
public static class Allocations
{
    /// <summary>How urgently a line is to be opened, in hazard; lines above a limit are.</summary>
    /// <param name="lost">Share of the line's customer-hours that opening it would cost, 0..1.</param>
    /// <remarks>Where storage counts, expected damage is weighed against hours lost: with ignition growing
    /// by the hazard's square, p(h) / lost is p(h / sqrt(lost)).</remarks>
    public static double Urgency(this Allocation allocation, Feeder feeder, double lost) => allocation switch
    {
        Allocation.ByArea => feeder.Forecast,
        Allocation.ByRecords => feeder.Recorded,
        Allocation.WithinLimit => feeder.Observed,
        Allocation.WithCirclesData => feeder.Reported / Math.Sqrt(Math.Max(lost, LostLeast)),
        _ => feeder.Observed / Math.Sqrt(Math.Max(lost, LostLeast)),
    };

    /// <summary>Whether every circle may have a limit of its own.</summary>
    public static bool IsLocal(this Allocation allocation) => allocation
        is Allocation.WithinLimit or Allocation.WithinLimitOwnStorage or Allocation.WithoutLimit;

    // A feeder that loses nothing opens first of all, not infinitely soon.
    private const double LostLeast = 1e-6;
}
