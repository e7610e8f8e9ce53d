using System.Collections.Immutable;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>Two by two, people drawn by lot bargain; what the last two agreed on is what the next two have if
/// they do not agree.</summary>
/// <remarks>
/// With distances added up over dimensions two people's bargain is, in every dimension, the middle one of what
/// both want and what they fall back on. Source: Fain, Goel, Munagala and Sakshuwong 2017, "Sequential deliberation
/// for social choice", whose bound on social cost, 1.208 times the least, holds for such spaces.
/// </remarks>
internal static class Bargaining
{
    /// <param name="drawn">In the order of lots; one left over bargains with nobody.</param>
    public static Ruling Of(ImmutableArray<Caster> drawn, AtStake stake)
    {
        var agreed = stake.StatusQuo;
        for (var first = 0; first + 1 < drawn.Length; first += 2)
        {
            // Who never gives way leaves both with what they fall back on.
            var (one, other) = (drawn[first], drawn[first + 1]);
            if (one.Conduct != Conduct.Blocks && other.Conduct != Conduct.Blocks)
                agreed = Between(Claim(one, agreed), Claim(other, agreed), agreed);
        }

        return new Ruling(stake.Within(agreed)) { Members = drawn.Length - (drawn.Length % 2) };
    }

    /// <summary>What somebody says they want; a manipulator the end of the range on their side of what they
    /// fall back on.</summary>
    private static Point Claim(Caster caster, Point agreed)
    {
        var claim = BallotWriting.Stated(caster, agreed);
        if (caster.Conduct != Conduct.Manipulates) return claim;
        for (var i = 0; i < claim.Dimensions; i++)
            claim = claim.With(i, claim[i] > agreed[i] ? 1 : claim[i] < agreed[i] ? 0 : claim[i]);
        return claim;
    }

    private static Point Between(Point one, Point other, Point fallback)
    {
        for (var i = 0; i < fallback.Dimensions; i++)
            fallback = fallback.With(i, Math.Max(
                Math.Min(one[i], other[i]), Math.Min(Math.Max(one[i], other[i]), fallback[i])));
        return fallback;
    }
}
