using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>Emergency mandate: in an urgent matter a leader decides at once, and the circle reviews it after.</summary>
/// <remarks>
/// Who may do so, and how far from what holds, was consented to beforehand (<see cref="Practice.Mandate"/>).
/// Until the review the agreement is in force without the circle's consent (<see cref="Agreement.Resolved"/>).
/// Source: Villines on emergencies (docs/GLOSSARY.md). The top circle has no leader above it: that its most skilled
/// member acts for it is assumed.
/// </remarks>
internal static class Mandating
{
    public static bool Covers(Circle circle, Proposal proposal, Surroundings here) =>
        proposal is { Urgent: true, Change: null } && here.Practice.Mandate > 0
        && !Voices.All(circle, here, proposal.Id).IsEmpty;

    /// <param name="day">The day the matter is there: nobody waits for a meeting.</param>
    public static Work Decide(
        Work work, Request request, Referral matter, Days day, Surroundings here,
        ImmutableArray<Taken>.Builder settled)
    {
        var proposal = matter.Proposal;
        var keyed = request with { Decision = proposal.Id };
        var leader = Leader(work.Circle, proposal.Id, here);
        var holds = Holds(work.Circle, proposal, day.Mid, here);
        var text = TextOf(work.Circle, proposal, leader, holds, here);
        var agreement = new Agreement(
            proposal.Id, 1, here.Id, proposal.Effect, proposal.Dimensions, text, text,
            Owning.Of(work.Circle, here).Latitude,
            day.Mid, day.Mid + Math.Max(1, proposal.TermDays), NextMeeting(day, here).Mid, 1, Resolved: false);
        var effort = matter.Effort.Plus(Effort.None with { Attending = 1, LastDay = day });
        settled.Add(new Taken(proposal, here.Id, true, text, proposal.TermDays, Rung.None, effort));
        var used = Deliberating.Note(EntryKind.MandateUsed, keyed, 1, day, holds, text) with
        {
            Speaker = leader.Speaker,
        };
        return Deliberating.Decide(
            work with
            {
                Entries = work.Entries
                    .Add(Deliberating.Note(EntryKind.Proposed, keyed, 1, day, null, proposal.Text)).Add(used),
            },
            keyed, EntryKind.Enacted, day, proposal.Text, agreement);
    }

    /// <summary>At its next meeting the circle takes the leader's text through the usual process: it confirms it,
    /// changes it or, without consent, ends it.</summary>
    public static Work Review(Work work, Request request, Agreement agreement, Surroundings here)
    {
        var version = agreement.Version + 1;
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        var held = Holding.Hold(work.Circle, request, version, request.Day.After(1), here, new Meeting(
            Voices.Present(work.Circle, here, request.Decision, version), facets, agreement.Text,
            Owning.Bounds(work.Circle, here, facets), null, 1, Shapes: true));
        work = new Work(held.Circle, work.Entries.AddRange(held.Entries), work.Effort.Plus(held.Effort));
        var minutes = held.Minutes;
        if (minutes.Consented && minutes.Text.DistanceTo(agreement.Text) < Considering.SameText)
            return Note(work, request, EntryKind.MandateConfirmed, held.Day, agreement, agreement with
            {
                Resolved = true,
            });
        var changed = agreement with { Version = version, Resolved = true };
        if (minutes.Consented)
            return Deliberating.Decide(work, request, EntryKind.Decided, held.Day, agreement.Text, changed with
            {
                Dimensions = minutes.Dimensions,
                Text = minutes.Text,
                CarriedOut = minutes.Text,
                TermShare = minutes.TermShare,
                UntilDay = agreement.FromDay
                    + Math.Max(1, (int)((agreement.UntilDay - agreement.FromDay) * minutes.TermShare)),
            });
        changed = changed with { Text = here.StatusQuo, CarriedOut = here.StatusQuo };
        work = Note(work, request, EntryKind.MandateEnded, held.Day, agreement, changed);
        return Deliberating.Decide(work, request, EntryKind.Enacted, held.Day, agreement.Text, changed);
    }

    private static Work Note(
        Work work, Request request, EntryKind kind, Days day, Agreement before, Agreement after) =>
        work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, after) },
            Entries = work.Entries.Add(
                Deliberating.Note(kind, request, before.Version + 1, day, before.Text, after.Text)),
        };

    private static Days NextMeeting(Days day, Surroundings here) =>
        day.After(1).NextMeeting(here.CadenceDays, here.Phase);

    private static Voice Leader(Circle circle, int decision, Surroundings here)
    {
        var all = Voices.All(circle, here, decision);
        var acting = all[0];
        foreach (var voice in all)
        {
            if (voice.Person == circle.Leader) return voice;
            if (voice.Snapshot.Skill > acting.Snapshot.Skill) acting = voice;
        }

        return acting;
    }

    /// <summary>What the circle carries out before anybody decides anew; the status quo without an agreement.</summary>
    private static Point Holds(Circle circle, Proposal proposal, int day, Surroundings here)
    {
        var holds = here.StatusQuo;
        foreach (var agreement in circle.Agreements)
            if (agreement.InForce(day) && proposal.Dimensions.All(agreement.Dimensions.Contains))
                holds = agreement.CarriedOut;
        return holds;
    }

    /// <summary>The text nearest to the one brought that the mandate allows and the leader can live with; if there
    /// is none, or it would lead further away from what was brought than what holds, the nearest the mandate
    /// allows.</summary>
    private static Point TextOf(Circle circle, Proposal proposal, in Voice leader, Point holds, Surroundings here)
    {
        var facets = new Facets(proposal.Dimensions, here.StatusQuo);
        var practice = here.Practice;
        var mandate = new Acceptance(facets.Of(holds), practice.Mandate, practice.BoxRanges);
        var stand = practice.StandOf(leader, leader.Snapshot.Preference, leader.Belief);
        var range = new Acceptance(facets.Of(stand), leader.Snapshot.Tolerance, practice.BoxRanges)
        {
            Salience = leader.In(facets),
        };
        var bounds = Owning.Bounds(circle, here, facets);
        var text = facets.Of(proposal.Text);
        var nearest = CommonGround.Nearest(text, [mandate, range], bounds);
        return facets.Whole(Fixed.Round(
            nearest.End is SearchEnd.Found && nearest.Point.DistanceTo(text) <= facets.Of(holds).DistanceTo(text)
                ? nearest.Point
                : bounds.Project(mandate.Project(text))));
    }
}
