using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Meeting = Federation.Governance.Decisions.Meeting;

namespace Federation.Governance.Federating;

/// <summary>A circle deliberates a matter of its own domain.</summary>
internal static class Deliberating
{
    public static Work Settle(
        Work work, Request request, Referral matter, Days day, Surroundings here,
        ImmutableArray<Taken>.Builder settled, ImmutableArray<Referral>.Builder passedOn)
    {
        var proposal = matter.Proposal;
        var keyed = request with { Decision = proposal.Id };
        var facets = new Facets(proposal.Dimensions, here.StatusQuo);
        var held = Hold(work.Circle, keyed, 1, day, here, new Meeting(
            Voices.Present(work.Circle, here, proposal.Id, 1), facets, proposal.Text,
            Bounds(here, facets), LimitFromAbove(work.Circle, proposal, day.Mid, here), 1, Shapes: true));
        day = held.Effort.LastDay;
        var effort = matter.Effort.Plus(held.Effort);
        var entries = work.Entries.Add(Note(EntryKind.Proposed, keyed, 1, day, null, proposal.Text))
            .AddRange(held.Entries);
        if (held.Minutes.Consented)
        {
            var agreement = Agreed(proposal, held.Minutes, day.Mid, here);
            work = new Work(
                held.Circle with { Agreements = Replace(held.Circle.Agreements, agreement) },
                entries.Add(Note(EntryKind.Decided, keyed, 1, day, proposal.Text, agreement.Text)), work.Effort);
            settled.Add(new Taken(
                proposal, here.Id, true, agreement.Text, agreement.UntilDay - agreement.FromDay,
                held.Minutes.Rung, effort));
            return work;
        }

        if (here.Depth > 0 && here.Practice.Ladder.Contains(Rung.Refer))
        {
            passedOn.Add(new Referral(proposal with { LevelsUp = proposal.LevelsUp + 1 }, effort));
            var referred = Note(EntryKind.Referred, keyed, 1, day, proposal.Text, proposal.Text);
            return new Work(held.Circle, entries.Add(referred), work.Effort);
        }

        settled.Add(new Taken(proposal, here.Id, false, here.StatusQuo, 0, Rung.Park, effort));
        var parked = Note(EntryKind.Parked, keyed, 1, day, proposal.Text, here.StatusQuo);
        return new Work(held.Circle, entries.Add(parked), work.Effort);
    }

    /// <summary>What an agreement from above on the same dimensions leaves open: talk and shaping must
    /// not carry a circle's own matter out of it.</summary>
    private static Acceptance? LimitFromAbove(Circle circle, Proposal proposal, int day, Surroundings here)
    {
        foreach (var agreement in circle.Agreements)
        {
            if (agreement.Owner == circle.Id || agreement.Effect != Decisions.Effect.Limits) continue;
            if (!agreement.InForce(day) || !proposal.Dimensions.All(agreement.Dimensions.Contains)) continue;
            var facets = new Facets(proposal.Dimensions, here.StatusQuo);
            return new Acceptance(facets.Of(agreement.Text), agreement.Latitude, here.Practice.BoxRanges);
        }

        return null;
    }

    /// <summary>A meeting with its entries dated, its effort counted and opinions taken along.</summary>
    /// <param name="day">The circle's meeting; where time is short it ends later, on the effort's last day.</param>
    public static (Circle Circle, Minutes Minutes, ImmutableArray<Entry> Entries, Effort Effort) Hold(
        Circle circle, Request request, int version, Days day, Surroundings here, Meeting meeting)
    {
        var minutes = meeting.Present.IsEmpty
            ? EmptyCircle.Hold(meeting)
            : ConsentProcess.Hold(meeting with { RulesInvalid = here.Strain.RulesInvalid }, here.Practice);
        var sitting = Sitting.Of(
            circle, request, version, day, Effort.Of(minutes, meeting.Present.Length, day, []), here);
        (circle, day) = (sitting.Circle, sitting.Ended);
        (circle, var leavings) = Leaving.After(minutes, circle, request, version, day, here);
        var entries = ImmutableArray.CreateBuilder<Entry>(
            sitting.Entries.Length + minutes.Steps.Length + leavings.Length);
        entries.AddRange(sitting.Entries);
        var moments = ImmutableArray.CreateBuilder<Moment>();
        var people = here.Residents + circle.Links.Sum(link => link.People);
        foreach (var step in minutes.Steps)
        {
            var entry = step with
            {
                Cycle = request.Cycle,
                Day = day.Mid,
                Decision = request.Decision,
                Version = version,
            };
            entries.Add(entry);
            if (entry.Kind == EntryKind.Shaped) continue;
            var moved = Fixed.ToLong(entry.From!.Value.DistanceTo(entry.To!.Value));
            moments.Add(new Moment(here.Id, here.Depth, entry, (Int128)moved * people));
        }

        entries.AddRange(leavings);
        return (
            Opinions.After(circle, request, meeting.Present, minutes, here), minutes,
            entries.MoveToImmutable(),
            Effort.Of(minutes, meeting.Present.Length, day, moments.DrainToImmutable()) with
            {
                Waited = sitting.Waited,
            });
    }

    public static Bounds Bounds(Surroundings here, Facets facets) =>
        new(facets.Of(here.Domain.Bounds.Low), facets.Of(here.Domain.Bounds.High));

    public static Entry Note(
        EntryKind kind, Request request, int version, Days day, Point? from, Point? to) =>
        new(kind, request.Cycle, day.Mid, request.Decision, version, 0, Speaker.Circle,
            from is { } a && to is { } b && a != b ? Argument.Between(a, b) : Argument.None, from, to);

    public static ImmutableArray<Agreement> Replace(
        ImmutableArray<Agreement> agreements, Agreement agreement) =>
        agreements.RemoveAll(one => one.Decision == agreement.Decision).Add(agreement);

    private static Agreement Agreed(Proposal proposal, Minutes minutes, int day, Surroundings here)
    {
        var term = Math.Max(1, (int)(proposal.TermDays * minutes.TermShare));
        var review = minutes.Rung == Rung.Measured ? term / 4 : term / 2;
        return new Agreement(
            proposal.Id, 1, here.Id, proposal.Effect, minutes.Dimensions, minutes.Text, minutes.Text,
            here.Domain.Latitude, day, day + term, day + Math.Max(1, review), minutes.TermShare, true);
    }
}
