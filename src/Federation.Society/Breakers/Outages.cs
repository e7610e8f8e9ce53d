using Federation.Governance.Chance;

namespace Federation.Society.Breakers;

/// <summary>Routine outages of a supply that is either up or down.</summary>
public static class Outages
{
    public const double HoursAYear = 8760;

    /// <summary>Hours a year without supply, per customer (SAIDI): 8760 v r / (8760 + v r).</summary>
    /// <param name="failures">Failures a year of running (v), 0 or more.</param>
    /// <param name="repairHours">Mean hours until repaired (r), 0 or more.</param>
    /// <remarks>The stationary share of the down state of a two-state Markov chain, model.md 1.12.</remarks>
    public static double Saidi(double failures, double repairHours) =>
        HoursAYear * failures * repairHours / (HoursAYear + (failures * repairHours));

    /// <summary>Interruptions a year per customer (SAIFI): failures happen only while the supply is up.</summary>
    public static double Saifi(double failures, double repairHours) =>
        failures * HoursAYear / (HoursAYear + (failures * repairHours));

    /// <summary>Share of energy unserved by a grid of availability A beside an independent local supply of
    /// availability a: (1 - A)(1 - a).</summary>
    public static double Unserved(double grid, double local) => (1 - grid) * (1 - local);

    /// <summary>The same chain walked hour by hour: hours down and failures in so many years.</summary>
    /// <remarks>An hour up ends in failure with probability v / 8760, an hour down in repair with 1 / r, so
    /// r must be at least 1 and v at most 8760.</remarks>
    public static (long Down, long Failures) Walk(
        Dice dice, ulong supply, double failures, double repairHours, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repairHours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(failures, HoursAYear);
        var (down, failed, isDown) = (0L, 0L, false);
        for (var hour = 0UL; hour < (ulong)years * (ulong)HoursAYear; hour++)
        {
            if (isDown) down++;
            var turns = dice.Uniform(supply, hour, 0, 0, Purpose.Outage)
                < (isDown ? 1 / repairHours : failures / HoursAYear);
            if (turns && !isDown) failed++;
            isDown ^= turns;
        }

        return (down, failed);
    }
}
