using System.Collections.Immutable;
using Federation.Governance.Members;

namespace Federation.Governance.Elections;

/// <summary>Choosing a person for a role without candidates, by strength of reasons and consent.</summary>
/// <remarks>
/// Sociocratic election: everybody names one person with a reason (how qualified they think that
/// person is for the role), the reasons are heard and change what others think, everybody may
/// change the name, the facilitator proposes the person with the strongest reasons, and a consent
/// round follows. No count of nominations decides. Source: docs/guide/model.md, "Selection".
/// </remarks>
public static class Selection
{
    /// <param name="members">Who names and consents, in ascending order.</param>
    /// <param name="candidates">Who may be named, in ascending order; not empty.</param>
    /// <param name="perceived">How qualified a member thinks a candidate is, before any reason is heard, 0..1.</param>
    /// <param name="openness">How far reasons move a member: 1 - conviction.</param>
    /// <param name="least">The least qualification a member consents to.</param>
    /// <param name="lot">Settles exact ties; the larger lot comes first.</param>
    public static Selected Choose(
        ImmutableArray<PersonId> members, ImmutableArray<PersonId> candidates,
        Func<int, int, double> perceived, Func<int, double> openness, double least,
        Func<PersonId, ulong> lot)
    {
        var view = new double[members.Length, candidates.Length];
        for (var of = 0; of < candidates.Length; of++)
            for (var by = 0; by < members.Length; by++) view[by, of] = perceived(by, of);

        var named = Name(view);
        HearReasons(view, named, openness);
        named = Name(view);
        var order = ByStrength(view, candidates, named, lot);
        return Consent(view, order, candidates, least);
    }

    private static int[] Name(double[,] view)
    {
        var named = new int[view.GetLength(0)];
        for (var by = 0; by < named.Length; by++)
            for (var of = 1; of < view.GetLength(1); of++)
                if (view[by, of] > view[by, named[by]]) named[by] = of;
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

    /// <summary>Named persons before others; among them the one all members, having heard the
    /// reasons, think best qualified.</summary>
    private static int[] ByStrength(
        double[,] view, ImmutableArray<PersonId> candidates, int[] named, Func<PersonId, ulong> lot)
    {
        var strength = new double[candidates.Length];
        for (var of = 0; of < strength.Length; of++)
            for (var by = 0; by < view.GetLength(0); by++) strength[of] += view[by, of];

        var order = new int[candidates.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var wasNamed = new bool[candidates.Length];
        foreach (var of in named) wasNamed[of] = true;
        Array.Sort(order, (a, b) =>
            wasNamed[a] != wasNamed[b] ? wasNamed[b].CompareTo(wasNamed[a])
            : !strength[a].Equals(strength[b]) ? strength[b].CompareTo(strength[a])
            : lot(candidates[b]).CompareTo(lot(candidates[a])));
        return order;
    }

    private static Selected Consent(
        double[,] view, int[] order, ImmutableArray<PersonId> candidates, double least)
    {
        var objections = 0;
        for (var proposed = 0; proposed < order.Length; proposed++)
        {
            var against = 0;
            for (var by = 0; by < view.GetLength(0); by++)
                if (view[by, order[proposed]] < least) against++;
            if (against == 0)
                return new Selected(candidates[order[proposed]], proposed + 1, objections, true);
            objections += against;
        }

        // Nobody is consented to: the strongest reasons hold the role until the next meeting.
        return new Selected(candidates[order[0]], order.Length, objections, false);
    }
}

/// <summary>Who holds the role, after how many names, against how many objections.</summary>
/// <param name="Consented">False when the person holds the role only until the next meeting.</param>
public readonly record struct Selected(PersonId Person, int Names, int Objections, bool Consented);
