using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Elections;

/// <summary>Choosing a person for a role without candidates, in the documented variants.</summary>
/// <remarks>
/// Role, qualifications and term are consented to first, as one practice for all circles. Everybody
/// names one person with a reason (how fit they think them), the reasons are heard and change what
/// others think, everybody may change the name, somebody is proposed, a consent round follows with
/// the nominee last. Without consent: the next name, then reopened among those not named, then the
/// incumbent is extended to the next meeting. Source: docs/guide/model.md, "Selection".
/// </remarks>
public static class Selection
{
    private const int Pass = -1;

    /// <param name="tells">Whether nominations are among the steps; what is out of the ordinary always is.</param>
    public static Selected Choose(Gathering gathering, SelectionVariant variant, bool tells = false)
    {
        if (gathering.Candidates.IsEmpty) return new Selected(null, 0, 0, false);
        if (Counted.Is(variant)) return Counted.Choose(gathering, variant);
        var steps = new List<SelectionStep>();
        var view = Views(gathering);
        var named = Name(view, gathering, variant);
        if (variant is not (SelectionVariant.Plurality or SelectionVariant.Lot))
        {
            HearReasons(view, named, gathering.Openness);
            named = Name(view, gathering, variant);
        }

        var backers = new int[gathering.Candidates.Length];
        foreach (var of in named)
            if (of != Pass) backers[of]++;
        if (tells && variant != SelectionVariant.Lot)
            for (var of = 0; of < backers.Length; of++)
                if (backers[of] > 0)
                    steps.Add(new SelectionStep(EntryKind.Nominated, gathering.Candidates[of], backers[of]));
        var order = Ordering.Of(gathering, variant, view, named, backers, steps);
        return Propose(gathering, variant, view, order, steps);
    }

    private static double[,] Views(Gathering gathering)
    {
        var view = new double[gathering.Members.Length, gathering.Candidates.Length];
        for (var by = 0; by < gathering.Members.Length; by++)
            for (var of = 0; of < gathering.Candidates.Length; of++) view[by, of] = gathering.View(by, of);
        return view;
    }

    private static int[] Name(double[,] view, Gathering gathering, SelectionVariant variant)
    {
        var named = new int[gathering.Members.Length];
        for (var by = 0; by < named.Length; by++)
        {
            for (var of = 1; of < view.GetLength(1); of++)
                if (view[by, of] > view[by, named[by]]) named[by] = of;
            if (variant == SelectionVariant.S3 && view[by, named[by]] < gathering.Least) named[by] = Pass;
        }

        return named;
    }

    /// <summary>What those who named a person know of them reaches everybody.</summary>
    private static void HearReasons(double[,] view, int[] named, Func<int, double> openness)
    {
        for (var of = 0; of < view.GetLength(1); of++)
        {
            var (sum, count) = (0.0, 0);
            for (var by = 0; by < named.Length; by++)
            {
                if (named[by] != of) continue;
                sum += view[by, of];
                count++;
            }

            if (count == 0) continue;
            var reason = sum / count;
            for (var by = 0; by < named.Length; by++)
                view[by, of] += (reason - view[by, of]) * openness(by);
        }
    }

    private static Selected Propose(
        Gathering gathering, SelectionVariant variant, double[,] view, int[] order, List<SelectionStep> steps)
    {
        var objections = 0;
        for (var proposed = 0; proposed < order.Length; proposed++)
        {
            var nominee = gathering.Candidates[order[proposed]];
            var willing = gathering.Willing(nominee);
            if (!willing && variant == SelectionVariant.S3)
            {
                steps.Add(new SelectionStep(EntryKind.Refused, nominee, 0));
                continue;
            }

            var against = variant is SelectionVariant.Plurality or SelectionVariant.Lot
                ? 0 : Against(view, order[proposed], gathering.Least);
            objections += against;
            if (against > 0) continue;
            if (willing) return new Selected(nominee, proposed + 1, objections, true) { Steps = [.. steps] };
            steps.Add(new SelectionStep(EntryKind.Refused, nominee, 0));
        }

        return Extend(gathering, order, objections, steps);
    }

    private static int Against(double[,] view, int of, double least)
    {
        var against = 0;
        for (var by = 0; by < view.GetLength(0); by++)
            if (view[by, of] < least) against++;
        return against;
    }

    /// <summary>Nobody is consented to: the incumbent stays, or else the strongest reasons hold the
    /// role, until the next meeting.</summary>
    private static Selected Extend(
        Gathering gathering, int[] order, int objections, List<SelectionStep> steps)
    {
        PersonId? until = null;
        foreach (var of in order)
        {
            var person = gathering.Candidates[of];
            if (!gathering.Willing(person)) continue;
            if (until is null || person == gathering.Incumbent) until = person;
        }

        if (until is { } stays && stays == gathering.Incumbent)
            steps.Add(new SelectionStep(EntryKind.IncumbentExtended, stays, 0));
        return new Selected(until, order.Length, objections, false) { Steps = [.. steps] };
    }
}
