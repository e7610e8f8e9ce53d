using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Elections;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>Rising half of cycle 0: delegates are elected from the leaves up.</summary>
/// <remarks>Circles come together to be founded; they do not wait for a meeting day they have not
/// agreed on yet, so that the federation stands on the day the first matter is raised.</remarks>
internal sealed class Founding : Part
{
    public static Founding Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var links = here.Children.Select(child =>
            DoubleLink.Planned(Sealing.Planned(here.Genesis, child))).ToImmutableArray();
        work = work with { Circle = work.Circle with { Links = links } };
        if (here.IsLeaf) return Finish(work, request, request.Day, here);
        return new Turn.Ask(work, [.. Enumerable.Range(0, links.Length).Select(child =>
            (child, request))]);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            var answer = answers[child]!;
            var founded = (Reply.Founded)answer.Reply;
            return link with
            {
                Seal = answer.Seal,
                Delegate = founded.Delegate,
                Members = founded.Members,
                Circles = founded.Circles,
                People = founded.People,
            };
        });
        return Finish(
            work with { Circle = work.Circle with { Links = links } }, request,
            LatestOf(request.Day, answers), here);
    }

    private static Turn.Done Finish(Work work, Request request, Days day, Surroundings here)
    {
        var circle = work.Circle;
        var members = Elected.Members(circle, here);
        var entries = ImmutableArray.Create(Note(EntryKind.Founded, day, 0, Speaker.Circle));
        Snapshot? chosen = null;
        if (here.Depth > 0 && !members.IsEmpty)
        {
            var selected = Elected.Choose(
                members, [.. members.Select(member => member.Person)], Role.Delegate, here);
            chosen = members.First(member => member.Person == selected.Person);
            circle = circle with { Delegate = selected.Person };
            entries = entries.Add(Note(
                EntryKind.DelegateElected, day, selected.Names,
                new Speaker(Role.Delegate, Voices.Via(circle, selected.Person), selected.Person)));
        }

        var reply = new Reply.Founded(
            chosen, Elected.Named(circle, members),
            1 + circle.Links.Sum(link => link.Circles), here.Residents + circle.Links.Sum(link => link.People));
        return new Turn.Done(new Work(circle, entries, Effort.None), day, reply);
    }

    internal static Entry Note(EntryKind kind, Days day, int round, Speaker speaker) =>
        new(kind, 0, day.Mid, 0, 0, round, speaker, Argument.None, null, null);
}

/// <summary>Who elects in a circle, and the election itself.</summary>
internal static class Elected
{
    /// <summary>The residents of a leaf; above, the people the children sent, ascending by person.</summary>
    public static ImmutableArray<Snapshot> Members(Circle circle, Surroundings here)
    {
        var members = new List<Snapshot>(Math.Max(here.Residents, circle.Links.Length * 2));
        for (var index = 0; index < here.Residents; index++)
            members.Add(Voices.Resident(circle, here, index));
        foreach (var link in circle.Links)
        {
            if (link.Delegate is { } elected) members.Add(elected);
            if (link.Leader is { } named) members.Add(named);
        }

        return Leading.Ordered(members);
    }

    /// <summary>Who a circle may be led by: its members and, where these are few, people from below,
    /// since members who move up or already hold a link leave nobody else.</summary>
    public static ImmutableArray<PersonId> Named(Circle circle, ImmutableArray<Snapshot> members)
    {
        var named = members.Select(member => member.Person).ToList();
        for (var at = 0; named.Count < NamedLeast; at++)
        {
            var before = circle.Links.Count(link => at < link.Members.Length);
            if (before == 0) break;
            foreach (var link in circle.Links)
                if (at < link.Members.Length && named.Count < NamedLeast && !named.Contains(link.Members[at]))
                    named.Add(link.Members[at]);
        }

        return [.. named];
    }

    // Two links of the circle itself and of each of the three circles above it.
    private const int NamedLeast = 8;

    public static Selected Choose(
        ImmutableArray<Snapshot> members, ImmutableArray<PersonId> candidates, Role role,
        Surroundings here) =>
        Selection.Choose(
            [.. members.Select(member => member.Person)],
            candidates,
            (by, of) => here.Perceived(members[by].Person, candidates[of], role),
            by => 1 - members[by].Conviction, here.Practice.QualificationLeast,
            person => here.Lot(person, (int)role));
}
