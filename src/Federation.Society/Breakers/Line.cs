using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>What opening one feeder's breaker costs, and what leaving it closed risks.</summary>
public static class Line
{
    // An average connection's load. Only ratios of energy count here, so its size changes nothing but rounding.
    private const double WattsPerCustomer = 1000;

    /// <summary>Customer-hours without supply if the line is open for some hours.</summary>
    /// <param name="storageHours">For how long full storage carries the load that can island.</param>
    public static double HoursLost(this Feeder feeder, BreakerOptions options, double storageHours, double hours) =>
        hours <= 0 ? 0
        : feeder.Customers * hours * (1 - (feeder.Island * Carried(feeder, options, storageHours, hours)));

    /// <summary>Customers who are without supply at any time.</summary>
    public static double Interrupted(this Feeder feeder, BreakerOptions options, double storageHours, double hours) =>
        hours <= 0 ? 0
        : feeder.Customers * (Carried(feeder, options, storageHours, hours) >= 1 ? 1 - feeder.Island : 1);

    /// <summary>Probability of an ignition at a hazard while the line stays closed.</summary>
    public static double Ignition(this BreakerOptions options, double hazard)
    {
        var index = Math.Clamp(hazard, 0, 1);
        return options.IgnitionMost * index * index;
    }

    /// <summary>The hazard at which opening costs as much as it saves everyone: the limit that would serve
    /// this feeder best, if the federation's whole damage counted. In 0..1.</summary>
    /// <remarks>From customers * hours = p h^2 * damage.</remarks>
    public static double BreakEven(this BreakerOptions options, double hoursLost) =>
        options.IgnitionMost <= 0 || options.IgnitionHours <= 0 ? 1
        : Math.Min(1, Math.Sqrt(hoursLost / (options.IgnitionMost * options.IgnitionHours)));

    /// <summary>Share of the load that can island which was supplied.</summary>
    private static double Carried(Feeder feeder, BreakerOptions options, double storageHours, double hours)
    {
        var load = (long)(feeder.Customers * feeder.Island * WattsPerCustomer);
        if (load == 0) return 0;
        var grid = Microgrid.Run(
            load, (long)(load * options.Solar), (long)(load * storageHours), (int)Math.Ceiling(hours));
        return 1 - ((double)grid.Shed / grid.Load);
    }
}
