using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Decisions.Ladders;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A circle deliberates a matter of its own domain.</summary>
internal static class Deliberating
{
    /// <param name="day">The day the matter is there.</param>
    public static Work Settle(
        Work work, Request request, Referral matter, Finding finding, Days day, Surroundings here,
        ImmutableArray<Taken>.Builder settled, ImmutableArray<Referral>.Builder passedOn)
    {
        var proposal = matter.Proposal;
        var keyed = request with { Decision = proposal.Id };
        var meets = Representing.Meets(proposal, day, here);
        var meeting = Meeting(work.Circle, proposal, 1, meets.Mid, here);
        var held = Holding.Hold(work.Circle, keyed, 1, day, here, meeting with
        {
            Present = Representing.Seat(meeting.Present, matter, here),
            AtOnce = proposal.Emergency,
            Drafts = Stakes.Ruled(proposal, here),
            MayDecline = true,
        });
        var effort = Referred(matter, held).Plus(held.Effort);
        day = held.Day;
        var proposed = Note(EntryKind.Proposed, keyed, 1, held.Began, null, proposal.Text) with
        {
            Speaker = Representing.Brings(matter, here),
        };
        work = new Work(held.Circle, work.Entries.Add(proposed).AddRange(held.Entries), work.Effort);
        if (held.Minutes.Put is { } put)
        {
            settled.Add(new Taken(proposal, here.Id, false, held.Minutes.Text, proposal.TermDays, Rung.None, effort)
            {
                Finding = finding,
                Drafts = [put, held.Minutes.Text],
            });
            return work;
        }

        if (held.Minutes.Consented
            && (proposal.Change is not { } change || Changing.IsRepresented(work.Circle, change, here)))
        {
            var agreement = Agreed(work.Circle, proposal, held.Minutes, day.Mid, here);
            settled.Add(new Taken(
                proposal, here.Id, true, agreement.Text, agreement.UntilDay - agreement.FromDay,
                held.Minutes.Rung, effort)
            {
                Finding = finding,
                Beyond = proposal.Affects.IsWithin(here.Id) ? null : agreement,
            });
            work = Decide(work, keyed, EntryKind.Decided, day, proposal.Text, agreement);
            return Dividing.Into(work, proposal.Id, held, here);
        }

        if (held.Minutes.Rung == Rung.Refer)
        {
            effort = effort.Climbing(new Climb(Rung.Refer, true, 0, 0, 0), 0);
            (work, matter) = Representing.Send(work, keyed, matter, day, here);
            passedOn.Add(matter with
            {
                Proposal = proposal with { LevelsUp = proposal.LevelsUp + 1 },
                Effort = effort,
            });
            return Add(work, Note(EntryKind.Referred, keyed, 1, day, proposal.Text, proposal.Text));
        }

        // No last resort decides over a child.
        if (here.Depth == 0 && proposal.Change is null && LastResorts.Take(
            held.Meeting, held.Minutes, here.Practice, person => here.Lot(person, proposal.Id)) is { } resort)
            return Resort(work, keyed, proposal, held, resort, effort, finding, here, settled);

        return Park(work, keyed, matter, finding, day, effort, EntryKind.Parked, here, settled);
    }

    /// <summary>The status quo holds; the matter may come back after half the term it asked for.</summary>
    /// <param name="why">Parked, or what kept it from being taken at all.</param>
    public static Work Park(
        Work work, Request keyed, Referral matter, Finding finding, Days day, Effort effort, EntryKind why,
        Surroundings here, ImmutableArray<Taken>.Builder settled)
    {
        var proposal = matter.Proposal;
        effort = effort.Climbing(new Climb(Rung.Park, true, 0, 0, 0), Math.Max(1, proposal.TermDays / 2));
        settled.Add(new Taken(proposal, here.Id, false, here.StatusQuo, 0, Rung.Park, effort) { Finding = finding });
        return Add(work, Note(why, keyed, 1, day, proposal.Text, here.StatusQuo));
    }

    /// <summary>What a last resort found holds as an agreement does; dissolving asks the circles below.</summary>
    private static Work Resort(
        Work work, Request request, Proposal proposal, Held held, Resort resort, Effort effort, Finding finding,
        Surroundings here, ImmutableArray<Taken>.Builder settled)
    {
        if (resort.Cost.Rung == Rung.Dissolve) proposal = proposal with { Effect = Effect.Invites };
        var day = held.Day;
        if (resort.Cost.Meetings > 0) day = day.After(1).NextMeeting(here.CadenceDays, here.Phase);
        var minutes = held.Minutes with { Text = resort.Text, Rung = resort.Cost.Rung };
        var agreement = Agreed(work.Circle, proposal, minutes, day.Mid, here);
        var entry = Note(resort.Kind, request, 1, day, held.Minutes.Tabled, resort.Text);
        effort = effort.Climbing(resort.Cost, day.Mid - held.Day.Mid) with { LastDay = day };
        settled.Add(new Taken(
            proposal, here.Id, true, agreement.Text, agreement.UntilDay - agreement.FromDay, minutes.Rung, effort)
        {
            Finding = finding,
        });
        work = Add(work, entry with { Round = resort.Members });
        return Decide(work, request, EntryKind.Enacted, day, proposal.Text, agreement);
    }

    /// <summary>What the referral from below took: the way up and this circle's meeting.</summary>
    private static Effort Referred(Referral matter, Held held)
    {
        foreach (var price in matter.Effort.Rungs)
        {
            if (price.Rung != Rung.Refer) continue;
            var taken = new RungPrice(
                Rung.Refer, 0, 0, held.Effort.Attending, held.Effort.Speaking,
                Math.Max(0, held.Day.Mid - matter.Effort.LastDay.Mid));
            return matter.Effort with { Rungs = RungPrice.Merge(matter.Effort.Rungs, [taken]) };
        }

        return matter.Effort;
    }

    /// <summary>From here on the agreement holds in this circle.</summary>
    /// <param name="kind">Whether the circle consented to it, or it holds anyhow.</param>
    public static Work Decide(
        Work work, Request request, EntryKind kind, Days day, Point from, Agreement agreement) => Add(
        work with
        {
            Circle = work.Circle with { Agreements = Replace(work.Circle.Agreements, agreement) },
        },
        Note(kind, request, agreement.Version, day, from, agreement.Text));

    private static Work Add(Work work, Entry entry) => work with { Entries = work.Entries.Add(entry) };

    /// <summary>The circle's meeting on a matter of its own, who comes being drawn by the version.</summary>
    public static Meeting Meeting(Circle circle, Proposal proposal, int version, int day, Surroundings here)
    {
        var facets = new Facets(proposal.Dimensions, here.StatusQuo);
        var bounds = Owning.Bounds(circle, here, facets);
        return proposal.Change is null
            ? new Meeting(
                Voices.Present(circle, here, proposal.Id, version), facets, proposal.Text, bounds,
                Limiting.Room(circle, proposal, day, here), 1, Shapes: true)
            {
                MayRefer = here.Depth > 0,
            }
            : new Meeting(
                Changing.Present(circle, proposal, version, here), facets, proposal.Text, bounds, null, 1,
                Shapes: false)
            {
                EveryObjectionCounts = true,
            };
    }

    public static Entry Note(
        EntryKind kind, Request request, int version, Days day, Point? from, Point? to) =>
        new(kind, request.Cycle, day.Mid, request.Decision, version, 0, Speaker.Circle,
            from is { } a && to is { } b && a != b ? Argument.Between(a, b) : Argument.None, from, to);

    public static ImmutableArray<Agreement> Replace(
        ImmutableArray<Agreement> agreements, Agreement agreement) =>
        agreements.RemoveAll(one => one.Decision == agreement.Decision).Add(agreement);

    public static Agreement Agreed(
        Circle circle, Proposal proposal, Minutes minutes, int day, Surroundings here)
    {
        var term = Math.Max(1, (int)(proposal.TermDays * minutes.TermShare));
        var review = minutes.Rung == Rung.Measured ? term / 4 : term / 2;
        return new Agreement(
            proposal.Id, 1, here.Id, proposal.Effect, minutes.Dimensions, minutes.Text, minutes.Text,
            proposal.Effect == Effect.Ratify ? 0 : Owning.Of(circle, here).Latitude, day, day + term,
            day + Math.Max(1, review), minutes.TermShare, true)
        {
            Change = proposal.Change?.Moved(minutes.Text - proposal.Text),
            Metric = minutes.Rung == Rung.Measured
                ? minutes.Steps.Last(step => step.Kind == EntryKind.ObjectionRaised).Argument.Dimension : -1,
        };
    }
}
