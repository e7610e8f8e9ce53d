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
        Work work, Request request, Referral matter, Finding finding, Days day, Surroundings here,
        ImmutableArray<Taken>.Builder settled, ImmutableArray<Referral>.Builder passedOn)
    {
        var proposal = matter.Proposal;
        var keyed = request with { Decision = proposal.Id };
        var facets = new Facets(proposal.Dimensions, here.StatusQuo);
        var held = Hold(work.Circle, keyed, 1, day, here, Meeting(work.Circle, proposal, facets, day.Mid, here));
        day = held.Effort.LastDay;
        var effort = matter.Effort.Plus(held.Effort);
        var entries = work.Entries.Add(Note(EntryKind.Proposed, keyed, 1, day, null, proposal.Text))
            .AddRange(held.Entries);
        if (held.Minutes.Consented
            && (proposal.Change is not { } change || Changing.IsRepresented(work.Circle, change, here)))
        {
            var agreement = Agreed(work.Circle, proposal, held.Minutes, day.Mid, here);
            work = new Work(
                held.Circle with { Agreements = Replace(held.Circle.Agreements, agreement) },
                entries.Add(Note(EntryKind.Decided, keyed, 1, day, proposal.Text, agreement.Text)), work.Effort);
            settled.Add(new Taken(
                proposal, here.Id, true, agreement.Text, agreement.UntilDay - agreement.FromDay,
                held.Minutes.Rung, effort)
            {
                Finding = finding,
                Beyond = proposal.Affects.IsWithin(here.Id) ? null : agreement,
            });
            return work;
        }

        // Nobody above may change a domain that this circle delegated.
        if (here.Depth > 0 && proposal.Change is null && here.Practice.Ladder.Contains(Rung.Refer))
        {
            passedOn.Add(new Referral(proposal with { LevelsUp = proposal.LevelsUp + 1 }, effort));
            var referred = Note(EntryKind.Referred, keyed, 1, day, proposal.Text, proposal.Text);
            return new Work(held.Circle, entries.Add(referred), work.Effort);
        }

        settled.Add(new Taken(proposal, here.Id, false, here.StatusQuo, 0, Rung.Park, effort) { Finding = finding });
        var parked = Note(EntryKind.Parked, keyed, 1, day, proposal.Text, here.StatusQuo);
        return new Work(held.Circle, entries.Add(parked), work.Effort);
    }

    private static Meeting Meeting(Circle circle, Proposal proposal, Facets facets, int day, Surroundings here) =>
        proposal.Change is null
            ? new Meeting(
                Voices.Present(circle, here, proposal.Id, 1), facets, proposal.Text,
                Owning.Bounds(circle, here, facets),
                Limiting.Room(circle, proposal, day, here), 1, Shapes: true)
            : new Meeting(
                Changing.Present(circle, proposal, 1, here), facets, proposal.Text,
                Owning.Bounds(circle, here, facets), null, 1, Shapes: false)
            {
                EveryObjectionCounts = true,
            };

    /// <summary>A meeting with its entries dated, its effort counted and opinions taken along.</summary>
    /// <param name="day">The circle's meeting; where time is short it ends later, on the effort's last day.</param>
    public static (Circle Circle, Minutes Minutes, ImmutableArray<Entry> Entries, Effort Effort) Hold(
        Circle circle, Request request, int version, Days day, Surroundings here, Meeting meeting)
    {
        var minutes = ConsentProcess.Hold(
            meeting with { RulesInvalid = here.Strain.RulesInvalid && !meeting.EveryObjectionCounts }, here.Practice);
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

    public static Entry Note(
        EntryKind kind, Request request, int version, Days day, Point? from, Point? to) =>
        new(kind, request.Cycle, day.Mid, request.Decision, version, 0, Speaker.Circle,
            from is { } a && to is { } b && a != b ? Argument.Between(a, b) : Argument.None, from, to);

    public static ImmutableArray<Agreement> Replace(
        ImmutableArray<Agreement> agreements, Agreement agreement) =>
        agreements.RemoveAll(one => one.Decision == agreement.Decision).Add(agreement);

    private static Agreement Agreed(
        Circle circle, Proposal proposal, Minutes minutes, int day, Surroundings here)
    {
        var term = Math.Max(1, (int)(proposal.TermDays * minutes.TermShare));
        var review = minutes.Rung == Rung.Measured ? term / 4 : term / 2;
        return new Agreement(
            proposal.Id, 1, here.Id, proposal.Effect, minutes.Dimensions, minutes.Text, minutes.Text,
            proposal.Effect == Decisions.Effect.Ratify ? 0 : Owning.Of(circle, here).Latitude, day, day + term,
            day + Math.Max(1, review), minutes.TermShare, true)
        {
            Change = proposal.Change?.Moved(minutes.Text - proposal.Text),
        };
    }
}
