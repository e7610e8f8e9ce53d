using System.Collections.Immutable;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>One person decides, on their own view or on reports.</summary>
internal static class Decreeing
{
    /// <summary>What they believe the circle that decides needs.</summary>
    public static Ruling Own(Caster ruler, AtStake stake) =>
        new(stake.Within(stake.BeliefAbout(ruler))) { By = ruler, Members = 1 };

    /// <summary>The mean of what some people, drawn by lot, believe their own circles need; every hop on the
    /// way up adds to a report's error. A manipulator reports what would bring the mean to their own view if
    /// all others agreed with the text.</summary>
    public static Ruling Informed(ImmutableArray<Caster> reporting, AtStake stake)
    {
        if (reporting.IsEmpty) return new Ruling(stake.StatusQuo);
        var sum = Point.Filled(stake.StatusQuo.Dimensions, 0);
        foreach (var caster in reporting)
        {
            var hops = Math.Max(0, caster.Depth - stake.Depth);
            sum += Report(caster, stake, reporting.Length)
                + stake.Misread(caster.Person, stake.Rule.ReportNoise * Math.Sqrt(hops));
        }

        return new Ruling(stake.Within(sum * (1.0 / reporting.Length))) { Members = reporting.Length };
    }

    private static Point Report(Caster caster, AtStake stake, int reports) => caster.Conduct switch
    {
        Conduct.Manipulates => Bounds.Unit(caster.Stand.Dimensions).Project(
            stake.Amended + ((caster.Stand - stake.Amended) * reports)),
        Conduct.Blocks => stake.StatusQuo,
        _ => caster.Belief,
    };
}
