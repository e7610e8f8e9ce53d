using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Elections;

/// <summary>In which order people are proposed, and how ties are settled.</summary>
internal static class Ordering
{
    /// <param name="view">What members think after the reasons were heard.</param>
    /// <param name="named">Whom each member names; below 0 for whoever passes.</param>
    /// <param name="backers">How many name each candidate.</param>
    /// <param name="steps">Where a tie for the first place is entered.</param>
    public static int[] Of(
        Gathering gathering, SelectionVariant variant, double[,] view, int[] named, int[] backers,
        List<SelectionStep> steps)
    {
        var strength = variant switch
        {
            SelectionVariant.Scm => Grouped(view, named, backers.Length),
            SelectionVariant.Holacracy or SelectionVariant.Plurality => [.. backers.Select(count => (double)count)],
            SelectionVariant.Lot => new double[backers.Length],
            _ => Sum(view),
        };
        var byNames = variant != SelectionVariant.Lot;
        var chain = variant == SelectionVariant.Holacracy ? SelfNominators(gathering, named) : [];
        var order = new int[backers.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => Compare(a, b) is var strict and not 0 ? strict : Settle(a, b).Order);
        if (byNames && order.Length > 1 && Compare(order[0], order[1]) == 0)
            steps.Add(new SelectionStep(
                EntryKind.TieSettled, gathering.Candidates[order[0]], (int)Settle(order[0], order[1]).By));
        return order;

        int Compare(int a, int b) =>
            byNames && backers[a] > 0 != backers[b] > 0 ? (backers[b] > 0).CompareTo(backers[a] > 0)
            : strength[b].CompareTo(strength[a]);

        (int Order, TieBreak By) Settle(int a, int b)
        {
            if (!chain.IsEmpty)
            {
                // Only a tied nominee who is alone in having named themselves goes first.
                var alone = Enumerable.Range(0, chain.Length)
                    .Count(of => chain[of] && Compare(of, a) == 0) == 1;
                if (alone && chain[a] != chain[b]) return (chain[b].CompareTo(chain[a]), TieBreak.SelfNominator);
                var (one, other) = (gathering.Candidates[a], gathering.Candidates[b]);
                if (one == gathering.Incumbent != (other == gathering.Incumbent))
                    return (one == gathering.Incumbent ? -1 : 1, TieBreak.Incumbent);
            }

            return (gathering.Lot(gathering.Candidates[b]).CompareTo(gathering.Lot(gathering.Candidates[a])),
                TieBreak.Lot);
        }
    }

    /// <summary>What all members together think.</summary>
    private static double[] Sum(double[,] view)
    {
        var strength = new double[view.GetLength(1)];
        for (var of = 0; of < strength.Length; of++)
            for (var by = 0; by < view.GetLength(0); by++) strength[of] += view[by, of];
        return strength;
    }

    /// <summary>The reasons of those who name a person, added up.</summary>
    private static double[] Grouped(double[,] view, int[] named, int candidates)
    {
        var strength = new double[candidates];
        for (var by = 0; by < named.Length; by++)
            if (named[by] >= 0) strength[named[by]] += view[by, named[by]];
        return strength;
    }

    private static ImmutableArray<bool> SelfNominators(Gathering gathering, int[] named)
    {
        var chain = new bool[gathering.Candidates.Length];
        for (var by = 0; by < named.Length; by++)
            if (named[by] >= 0 && gathering.Candidates[named[by]] == gathering.Members[by]) chain[named[by]] = true;
        return [.. chain];
    }
}
