using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What meetings do to opinions, which belong to the home circle and to nobody else.</summary>
internal static class Opinions
{
    /// <summary>After a meeting: residents keep what they learnt and part of how talk moved their
    /// preference; for everybody from below, that part is sent home.</summary>
    public static Circle After(
        Circle circle, Request request, ImmutableArray<Voice> present, Minutes minutes, Surroundings here)
    {
        var changed = circle.Changed.ToList();
        var returns = circle.Returns.ToBuilder();
        for (var i = 0; i < present.Length; i++)
        {
            ref readonly var voice = ref present.ItemRef(i);
            if (!voice.Listens) continue;
            var openness = 1 - voice.Snapshot.Conviction;
            var change = Fixed.Round(
                (minutes.Preferences[i] - voice.Snapshot.Preference) * (here.Practice.Keeps * openness));
            if (here.IsLeaf)
                Set(changed, new Changed(
                    here.IndexOf(voice.Person), voice.Snapshot.Preference + change, minutes.Beliefs[i]));
            else if (change.LengthSquared > 0)
                returns.Add(new Return(
                    request.Cycle, here.Depth, request.Decision, voice.Person,
                    Voices.Via(circle, voice.Person), change));
        }

        return circle with { Changed = ChangedOpinions.Of(changed), Returns = returns.DrainToImmutable() };
    }

    /// <summary>At the home circle: what came back is applied in the order of (cycle, depth, decision).</summary>
    public static Circle TakeHome(Circle circle, ImmutableArray<Return> returns, Surroundings here)
    {
        if (returns.IsEmpty) return circle;
        var changed = circle.Changed.ToList();
        foreach (var back in returns
            .OrderBy(back => back.Cycle).ThenBy(back => back.Depth).ThenBy(back => back.Decision))
        {
            var index = here.IndexOf(back.Person);
            var before = Voices.Home(circle with { Changed = ChangedOpinions.Of(changed) }, here, index);
            Set(changed, before with { Preference = Fixed.Round(before.Preference + back.Change) });
        }

        return circle with { Changed = ChangedOpinions.Of(changed) };
    }

    private static void Set(List<Changed> changed, in Changed one)
    {
        var at = 0;
        while (at < changed.Count && changed[at].Index < one.Index) at++;
        if (at < changed.Count && changed[at].Index == one.Index) changed[at] = one;
        else changed.Insert(at, one);
    }
}
