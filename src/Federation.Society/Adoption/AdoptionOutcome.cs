using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Society.Adoption;

/// <summary>How many circles were where in one week.</summary>
public readonly record struct AdoptionWeek(int Week, int Unaware, int Ridiculous, int Dangerous, int Adopted);

/// <summary>One circle's way.</summary>
/// <param name="Immunity">0..1.</param>
/// <param name="Heard">The week it heard of the innovation; null if never.</param>
/// <param name="Took">The week it took it up, the last time; null if it has not.</param>
/// <param name="IsPilot">Whether it tried it from the first week.</param>
public sealed record AdoptingCircle(string Circle, double Immunity, bool IsPilot, int? Heard, int? Took, Stage Stage);

/// <summary>How an innovation went through a federation.</summary>
/// <param name="Curve">Week by week, from week 0 until nothing changes any more.</param>
/// <param name="GivenUp">How often a circle gave it up again because of an opponent.</param>
/// <param name="Seal">Over all of it.</param>
public sealed record AdoptionOutcome(
    ImmutableArray<AdoptionWeek> Curve, ImmutableArray<AdoptingCircle> Circles, int GivenUp, Digest Seal)
{
    public int Count => Circles.Length;

    /// <summary>The first week in which so large a share has it; null if never.</summary>
    public int? Reached(double share)
    {
        foreach (var week in Curve)
            if (week.Adopted >= share * Count) return week.Week;
        return null;
    }

    /// <summary>The week in which most circles saw it so; null if never any.</summary>
    public AdoptionWeek? Peak(Func<AdoptionWeek, int> count)
    {
        var peak = Curve.MaxBy(count);
        return count(peak) > 0 ? peak : null;
    }
}
