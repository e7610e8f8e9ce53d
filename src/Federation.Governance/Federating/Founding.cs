using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Elections;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>Rising half of cycle 0: delegates, facilitators and secretaries are elected from the leaves up.</summary>
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
                Delegates = [.. founded.Delegates.Select(elected => new Mandated(elected, 1))],
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
        var members = Electing.Members(work.Circle, here);
        work = work with
        {
            Entries = [Electing.Note(EntryKind.Founded, request.Cycle, day, 0, Speaker.Circle)],
        };
        if (!members.IsEmpty) work = Elect(work, members, request, day, here);
        var circle = work.Circle;
        var reply = new Reply.Founded(
            [.. circle.Delegates.Select(person => members.First(member => member.Person == person))],
            here.Practice.Links.Kind == Linking.LinkKind.Single
                ? [] : Electing.Named(circle, members, here.Practice.Links),
            1 + circle.Links.Sum(link => link.Circles), here.Residents + circle.Links.Sum(link => link.People));
        return new Turn.Done(work with { Effort = Effort.None }, day, reply);
    }

    private static Work Elect(
        Work work, ImmutableArray<Snapshot> members, Request request, Days day, Surroundings here)
    {
        var gathering = Electing.Gather(
            members, [.. members.Select(member => member.Person)], Role.Delegate, here);
        for (var seat = 0; here.Depth > 0 && seat < Math.Min(here.Practice.Links.Delegates, members.Length); seat++)
            work = Fill(
                work, gathering.Without(work.Circle.IsLink), EntryKind.DelegateElected, Role.Delegate,
                request, day, here);
        foreach (var (role, kind) in OwnRoles)
        {
            // Link persons have enough to do, as long as there are others.
            var circle = work.Circle;
            var others = gathering.Without(person => circle.Seats.Any(person));
            if (others.Candidates.IsEmpty) others = gathering.Without(person => circle.Facilitator == person);
            if (others.Candidates.IsEmpty) others = gathering;
            work = Fill(work, others.For(role, Role.Delegate, here), kind, role, request, day, here);
        }

        return work;
    }

    internal static readonly ImmutableArray<(Role Role, EntryKind Kind)> OwnRoles =
        [(Role.Facilitator, EntryKind.FacilitatorElected), (Role.Secretary, EntryKind.SecretaryElected)];

    /// <summary>One election, its result in a seat and its story in the logbook.</summary>
    /// <remarks>At the founding every circle chooses who facilitates and keeps the logbook. Where the first
    /// named is consented to, the seat says all there is to say, and no entry is hashed for it.</remarks>
    internal static Work Fill(
        Work work, Gathering gathering, EntryKind kind, Role role, Request request, Days day, Surroundings here)
    {
        var selected = gathering.Choose(here, tells: request.Cycle > 0);
        var circle = work.Circle;
        if (selected.Person is { } chosen) circle = circle.Seated(role, chosen, day.Mid);
        if (request.Cycle == 0 && role is (Role.Facilitator or Role.Secretary) && selected.IsPlain)
            return work with { Circle = circle };
        return work with
        {
            Circle = circle,
            Entries = work.Entries.AddRange(
                Electing.Told(circle, selected, kind, role, request.Cycle, day)),
        };
    }
}
