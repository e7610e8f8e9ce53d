using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Governance.Spaces;
using Federation.Society.Places;

namespace Federation.Society.People;

/// <summary>How needs change: every place walks at random, and takes along all places in it.</summary>
internal static class Drifting
{
    /// <summary>A step a quarter.</summary>
    public const int EveryDays = 91;

    private const double DaysOfYear = 365;

    /// <summary>How far the need of the innermost place has moved by a day.</summary>
    /// <param name="places">From the outermost on.</param>
    /// <param name="yearly">Standard deviation per dimension and year of each place's own walk.</param>
    public static Point By(
        Dice dice, ImmutableArray<Place> places, int day, double yearly, int dimensions)
    {
        var step = yearly * Math.Sqrt(EveryDays / DaysOfYear);
        var moved = Point.Filled(dimensions, 0);
        foreach (var place in places)
            for (var quarter = 1; quarter <= day / EveryDays; quarter++)
                moved += dice.NormalPoint(place.Key, (ulong)quarter, 0, 0, Purpose.Drift, dimensions, step);
        return moved;
    }
}
