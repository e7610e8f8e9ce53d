using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Elections;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>A leader: named by the parent from the child's members, with the child's consent.</summary>
internal static class LeaderNaming
{
    /// <summary>In the parent: by how qualified all members together think each is, then by lot. Where ballots are
    /// counted, who is elected, then who would be without them, and so on.</summary>
    public static ImmutableArray<PersonId> BestFirst(
        ImmutableArray<PersonId> people, ImmutableArray<Snapshot> members, Surroundings here)
    {
        if (here.Practice.Selection.Variant is SelectionVariant.Plurality or SelectionVariant.Irv
            or SelectionVariant.Condorcet) return Elected(people, members, here);
        var strength = new double[people.Length];
        if (here.Practice.Selection.Variant != SelectionVariant.Lot)
            for (var i = 0; i < strength.Length; i++)
                foreach (ref readonly var member in members.AsSpan())
                    strength[i] += Electing.Fit(member.Person, people[i], Role.Leader, here);
        var order = new int[people.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => !strength[a].Equals(strength[b])
            ? strength[b].CompareTo(strength[a])
            : here.Lot(people[b], (int)Role.Leader).CompareTo(here.Lot(people[a], (int)Role.Leader)));
        return [.. order.Select(i => people[i])];
    }

    private static ImmutableArray<PersonId> Elected(
        ImmutableArray<PersonId> people, ImmutableArray<Snapshot> members, Surroundings here)
    {
        var left = Electing.Gather(members, people, Role.Leader, here) with { Willing = _ => true };
        var order = ImmutableArray.CreateBuilder<PersonId>(people.Length);
        while (left.Choose(here).Person is { } chosen)
        {
            order.Add(chosen);
            left = left.Without(person => person == chosen);
        }

        return order.DrainToImmutable();
    }

    /// <summary>In the child, under the two stress variants: its members know what the parent does not, who likes
    /// what they like and who can live with most, and put the parent's names in that order.</summary>
    private static ImmutableArray<PersonId> Liked(
        ImmutableArray<PersonId> named, ImmutableArray<Snapshot> members, Surroundings here)
    {
        if (!Electing.IsStress(here.Practice.Selection.Variant)) return named;
        return
        [
            .. named.OrderByDescending(person => Enumerable.Range(0, members.Length)
                .Sum(by => Electing.View(members, by, person, Role.Leader, here))),
        ];
    }

    /// <summary>In the child: whoever already moved up is taken only when there is nobody else.</summary>
    /// <param name="named">As the parent would have them, best first.</param>
    public static Work Name(
        Work work, ImmutableArray<PersonId> named, ImmutableArray<PersonId> gone,
        ImmutableArray<Snapshot> members, Request request, Days day, Surroundings here)
    {
        named = Liked(named, members, here);
        var refused = ImmutableArray.CreateBuilder<PersonId>();
        var leader = First(work.Circle, named.RemoveAll(gone.Contains), members, refused, here)
            ?? First(work.Circle, named.RemoveAll(refused.Contains), members, refused, here);
        var circle = work.Circle;
        var entries = work.Entries.AddRange(refused.Select(person => Entry(EntryKind.Refused, person, 0)));
        if (leader is { } chosen)
        {
            circle = circle.Seated(Role.Leader, chosen.Person, day.Mid);
            entries = entries.Add(Entry(EntryKind.LeaderNamed, chosen.Person, chosen.Names));
        }

        return work with { Circle = circle, Entries = entries };

        Entry Entry(EntryKind kind, PersonId person, int names) => Electing.Note(
            kind, request.Cycle, day, names, new Speaker(Role.Leader, Voices.Via(work.Circle, person), person));
    }

    /// <summary>The first the parent named to whom no member objects; else the one with fewest objections.</summary>
    private static (PersonId Person, int Names)? First(
        Circle circle, ImmutableArray<PersonId> candidates, ImmutableArray<Snapshot> members,
        ImmutableArray<PersonId>.Builder refused, Surroundings here)
    {
        (PersonId Person, int Objections)? fewest = null;
        var names = 0;
        foreach (var named in candidates)
        {
            if (circle.Seats.Holds(Role.Delegate, named)) continue;
            names++;
            var objections = Objections(named, members, here);
            if (fewest is not null && objections >= fewest.Value.Objections) continue;
            if (here.Practice.Selection.Refusal > 0 && !here.Willing(named, Role.Leader))
            {
                if (!here.Practice.Selection.AsksFirst) refused.Add(named);
                continue;
            }

            if (objections == 0) return (named, names);
            fewest = (named, objections);
        }

        return fewest is { } least ? (least.Person, names) : null;
    }

    private static int Objections(PersonId named, ImmutableArray<Snapshot> members, Surroundings here) =>
        here.Practice.Selection.Variant is SelectionVariant.Plurality or SelectionVariant.Lot
            or SelectionVariant.Irv or SelectionVariant.Condorcet
            ? 0
            : Enumerable.Range(0, members.Length).Count(by =>
                Electing.View(members, by, named, Role.Leader, here) < here.Practice.QualificationLeast);
}
