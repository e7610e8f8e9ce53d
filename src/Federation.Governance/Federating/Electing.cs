using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Elections;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>Who elects in a circle, and the elections themselves.</summary>
internal static class Electing
{
    /// <summary>The residents of a leaf; above, the people the children sent, ascending by person.</summary>
    public static ImmutableArray<Snapshot> Members(Circle circle, Surroundings here)
    {
        var members = new List<Snapshot>(
            Math.Max(here.Residents, circle.Links.Length * here.Practice.Links.People));
        for (var index = 0; index < here.Residents; index++)
        {
            var resident = Voices.Resident(circle, here, index);
            if (!circle.Left.Contains(resident.Person)) members.Add(resident);
        }

        foreach (var link in circle.Links)
        {
            foreach (var elected in link.Delegates) members.Add(elected.Snapshot);
            if (link.Leader is { } named) members.Add(named);
        }

        members.RemoveAll(member => circle.Removed.Contains(member.Person));
        return Leading.Ordered(members);
    }

    /// <summary>Who a circle may be led by: its members and, where these are few, people from below,
    /// since members who move up or already hold a link leave nobody else.</summary>
    public static ImmutableArray<PersonId> Named(
        Circle circle, ImmutableArray<Snapshot> members, LinkPractice practice)
    {
        // The links of the circle itself and of each of the three circles above it.
        var least = 4 * practice.People;
        var named = members.Select(member => member.Person).ToList();
        for (var at = 0; named.Count < least; at++)
        {
            var before = circle.Links.Count(link => at < link.Members.Length);
            if (before == 0) break;
            foreach (var link in circle.Links)
                if (at < link.Members.Length && named.Count < least && !named.Contains(link.Members[at]))
                    named.Add(link.Members[at]);
        }

        return [.. named];
    }

    /// <param name="candidates">Members, or people from below where there is nobody else.</param>
    public static Gathering Gather(
        ImmutableArray<Snapshot> members, ImmutableArray<PersonId> candidates, Role role, Surroundings here)
    {
        var views = new double[members.Length, candidates.Length];
        for (var of = 0; of < candidates.Length; of++)
            for (var by = 0; by < members.Length; by++)
                views[by, of] = View(members, by, candidates[of], role, here);
        return new Gathering(
            [.. members.Select(member => member.Person)], candidates, views,
            by => 1 - members[by].Conviction, here.Practice.QualificationLeast,
            person => here.Lot(person, (int)role)) { Willing = Willing(role, here) };
    }

    private static Func<PersonId, bool> Willing(Role role, Surroundings here) =>
        here.Practice.Selection.Refusal <= 0 ? _ => true : person => here.Willing(person, role);

    /// <summary>The same people about another role: what members think of a person beyond how fit they
    /// are for the first goes along, so that no further view is drawn.</summary>
    public static Gathering For(this Gathering gathering, Role role, Role first, Surroundings here)
    {
        var shifts = ImmutableArray.CreateBuilder<double>(gathering.Candidates.Length);
        if (!IsStress(here.Practice.Selection.Variant))
            foreach (var person in gathering.Candidates)
                shifts.Add(here.Qualification(person, role) - here.Qualification(person, first));
        return gathering with
        {
            Shifts = shifts.DrainToImmutable(),
            Lot = person => here.Lot(person, (int)role),
            Willing = Willing(role, here),
        };
    }

    public static Selected Choose(this Gathering gathering, Surroundings here, bool tells = false) =>
        Selection.Choose(
            here.Practice.Selection.AsksFirst ? gathering.Without(person => !gathering.Willing(person)) : gathering,
            here.Practice.Selection.Variant, tells);

    /// <summary>How fit a member finds somebody or, under the two stress variants, how likable or tolerant.</summary>
    public static double View(
        ImmutableArray<Snapshot> members, int by, PersonId candidate, Role role, Surroundings here)
    {
        var variant = here.Practice.Selection.Variant;
        if (IsStress(variant) && Leading.Find(members, candidate) is { } known)
            return variant == SelectionVariant.Tolerance
                ? Math.Clamp(known.Tolerance, 0, 1)
                : Math.Clamp(1 - members[by].Preference.DistanceTo(known.Preference), 0, 1);
        return Fit(members[by].Person, candidate, role, here);
    }

    /// <summary>How fit a member says somebody is for a role.</summary>
    public static double Fit(PersonId by, PersonId of, Role role, Surroundings here) =>
        here.Strain.Elects(by, of, here.Perceived(by, of, role));

    /// <summary>Judging people by something else than fitness.</summary>
    public static bool IsStress(SelectionVariant variant) =>
        variant is SelectionVariant.Likeness or SelectionVariant.Tolerance;

    public static Entry Note(EntryKind kind, int cycle, Days day, int round, Speaker speaker) =>
        new(kind, cycle, day.Mid, 0, 0, round, speaker, Argument.None, null, null);

    /// <summary>An election as the logbook has it: its steps, then who was chosen.</summary>
    public static ImmutableArray<Entry> Told(
        Circle circle, Selected selected, EntryKind kind, Role role, int cycle, Days day)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>(selected.Steps.Length + 1);
        foreach (var step in selected.Steps) entries.Add(Of(step.Kind, step.Count, step.Person));
        if (selected.Person is { } chosen) entries.Add(Of(kind, selected.Names, chosen));
        return entries.DrainToImmutable();

        Entry Of(EntryKind what, int count, PersonId person) =>
            Note(what, cycle, day, count, new Speaker(role, Voices.Via(circle, person), person));
    }
}
