using System.Collections.Immutable;

namespace Federation.Governance.Rules;

/// <summary>Ballots entrusted to others, who may entrust them on.</summary>
/// <remarks>
/// In their circle people entrust to whom they perceive as best qualified; its link persons hand what
/// they hold to somebody in the circle above. Who ends in a ring of delegations has no ballot. Beyond
/// the most one person may hold, further delegations are refused, in the order of lots, and who is
/// refused casts a ballot of their own.
/// </remarks>
internal static class Delegations
{
    /// <param name="Casters">Those who cast, with what they hold.</param>
    /// <param name="Upwards">What link persons hand on.</param>
    /// <param name="Lost">Ballots in rings.</param>
    public readonly record struct Followed(ImmutableArray<Caster> Casters, ImmutableArray<Entrusted> Upwards, long Lost)
    {
        public long WeightMost => Casters.Select(caster => caster.Weight).DefaultIfEmpty(0).Max();
    }

    /// <summary>Follows every delegation to its end.</summary>
    /// <param name="casters">With the weight each brings.</param>
    /// <param name="entrusts">To whom each entrusts: a number, -1 for nobody, -2 for the circle above.</param>
    /// <param name="most">Ballots one person may hold; 0 for no limit.</param>
    public static Followed Follow(ImmutableArray<Caster> casters, ImmutableArray<int> entrusts, int most)
    {
        var held = casters.Select(caster => caster.Weight).ToArray();
        var ends = Enumerable.Range(0, casters.Length).Select(one => End(one, entrusts)).ToArray();
        var lost = 0L;
        foreach (var one in Enumerable.Range(0, casters.Length)
                     .OrderByDescending(one => casters[one].Lot).ThenBy(one => casters[one].Person))
        {
            var end = ends[one];
            if (end == one) continue;
            if (end < 0) (held[one], lost) = (0, lost + casters[one].Weight);
            else if (most == 0 || held[end] + casters[one].Weight <= most)
                (held[end], held[one]) = (held[end] + casters[one].Weight, 0);
        }

        var upwards = ImmutableArray.CreateBuilder<Entrusted>();
        var casting = ImmutableArray.CreateBuilder<Caster>();
        for (var one = 0; one < casters.Length; one++)
        {
            if (held[one] == 0) continue;
            if (ends[one] == one && entrusts[one] == Up) upwards.Add(new Entrusted(casters[one].Person, held[one]));
            else casting.Add(casters[one] with { Weight = held[one] });
        }

        return new Followed(casting.ToImmutable(), upwards.ToImmutable(), lost);
    }

    /// <summary>To nobody; to somebody in the circle above.</summary>
    public const int Nobody = -1;
    public const int Up = -2;

    /// <summary>Who casts in the end; -1 for nobody, in a ring.</summary>
    private static int End(int one, ImmutableArray<int> entrusts)
    {
        for (var steps = 0; steps <= entrusts.Length; steps++)
        {
            if (entrusts[one] < 0) return one;
            one = entrusts[one];
        }

        return -1;
    }
}
