using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The extra wave before a domain changes: who would lose or win by it meets on it first.</summary>
/// <remarks>
/// It goes down from the child whose domain it is to every circle that owns some of the same, lowest
/// first, so that each has had its say and its links speak for it one level up. What they find they could
/// live with binds nobody; the child's two links speak for it in the parent and consent there.
/// </remarks>
internal sealed class Consulting : Part
{
    public static Consulting Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var asks = Below(work.Circle, request, here);
        return asks.IsEmpty ? Meet(work, request, [], request.Day, here) : new Turn.Ask(work, asks);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var matters = ((Asking.Consult)request.Asking).Matters;
        var said = ImmutableArray.CreateBuilder<Stance>();
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            if (answers[child] is not { Reply: Reply.Consulted consulted } answer) return link;
            said.AddRange(consulted.Stances);
            return consulted.Stances.Aggregate(
                link with { Seal = answer.Seal },
                (heard, stance) => stance.SpeaksThrough(
                    heard, matters.First(matter => matter.Id == stance.Decision).Dimensions));
        });
        return Meet(
            work with { Circle = work.Circle with { Links = links } }, request, said.DrainToImmutable(),
            LatestOf(request.Day, answers), here);
    }

    /// <summary>Circles below that own some of what the change is about.</summary>
    private static ImmutableArray<(int Child, Request Request)> Below(
        Circle circle, Request request, Surroundings here)
    {
        var asks = ImmutableArray.CreateBuilder<(int, Request)>();
        for (var child = 0; child < here.Children.Length; child++)
        {
            var theirs = Owning.Below(circle, child, here).Dimensions;
            var matters = ((Asking.Consult)request.Asking).Matters.RemoveAll(matter =>
                !matter.Change!.About(Owning.Of(circle, here)).Any(theirs.Contains));
            if (!matters.IsEmpty)
                asks.Add(To(child, request, request.Day, new Asking.Consult(matters), request.Version));
        }

        return asks.DrainToImmutable();
    }

    private static Turn.Done Meet(
        Work work, Request request, ImmutableArray<Stance> said, Days day, Surroundings here)
    {
        day = day.NextMeeting(here.CadenceDays, here.Phase);
        var stances = ImmutableArray.CreateBuilder<Stance>();
        foreach (var proposal in ((Asking.Consult)request.Asking).Matters)
        {
            (work, var stance) = Say(work, request with { Decision = proposal.Id }, proposal, day, here);
            foreach (var below in said)
                if (below.Decision == proposal.Id)
                    stance = stance with { Effort = stance.Effort.Plus(below.Effort) };
            stances.Add(stance);
        }

        return new Turn.Done(work, day.Later(work.Circle.Booked.Day), new Reply.Consulted(stances.DrainToImmutable()));
    }

    private static (Work Work, Stance Stance) Say(
        Work work, Request keyed, Proposal proposal, Days day, Surroundings here)
    {
        var facets = new Facets(proposal.Dimensions, here.StatusQuo);
        var held = Holding.Hold(work.Circle, keyed, 0, day, here, new Meeting(
            Changing.Present(work.Circle, proposal, 0, here), facets, proposal.Text,
            Bounds.Unit(proposal.Dimensions.Length), null, 1, Shapes: false));
        day = held.Effort.LastDay;
        var stand = held.Minutes.Consented ? held.Minutes.Text : Convening.Middle(held.Circle, here);
        var stance = new Stance(proposal.Id, held.Minutes.Consented, Fixed.Round(stand), held.Effort);
        var entries = work.Entries.AddRange(held.Entries).Add(Deliberating.Note(
            EntryKind.Consulted, keyed, 0, day, proposal.Text, stance.Point));
        return (work with { Circle = held.Circle, Entries = entries }, stance);
    }
}
