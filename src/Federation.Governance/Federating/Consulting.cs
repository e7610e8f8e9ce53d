using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The extra wave before a domain changes: the child whose domain it is meets on it first.</summary>
/// <remarks>
/// Only the child itself meets: the links of the circles below it are members of that meeting. What it
/// finds it could live with binds nobody; its two links speak for it in the parent and consent there.
/// </remarks>
internal sealed class Consulting : Part
{
    public static Consulting Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var day = request.Day.NextMeeting(here.CadenceDays, here.Phase);
        var stances = ImmutableArray.CreateBuilder<Stance>();
        foreach (var proposal in ((Asking.Consult)request.Asking).Matters)
        {
            (work, var stance) = Say(work, request with { Decision = proposal.Id }, proposal, day, here);
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

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here) =>
        throw new System.Diagnostics.UnreachableException("Nobody below is asked.");
}
