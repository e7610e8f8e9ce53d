using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The owner's meeting at a review: it keeps the agreement, changes its text or ends it.</summary>
internal static class Reviewing
{
    // Who comes to a review is drawn by its cycle, apart from the meetings on versions of a text.
    internal const int AttendanceOfCycle = 1_000_000;

    /// <param name="before">What the agreement does until today.</param>
    public static Turn.Done Hold(
        Work work, Request request, ImmutableArray<Review> objections, Reach before, Days day, Surroundings here)
    {
        var agreement = Considering.Find(work.Circle, request.Decision);
        var meets = day.NextMeeting(here.CadenceDays, here.Phase);
        var version = agreement.Version + 1;
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        var bounds = Owning.Bounds(work.Circle, here, facets);
        var asked = objections.IsEmpty ? null : Spreading.Meeting(objections, agreement, facets, bounds, here);
        var matter = Spreading.Matter(agreement, here);
        if (asked is var (text, _)) matter = matter with { Text = facets.Whole(text) };
        var held = Holding.Hold(work.Circle, request, version, day, here, Deliberating.Meeting(
            work.Circle, matter, AttendanceOfCycle + request.Cycle, meets.Mid, here) with { MayRefer = false });
        day = held.Day;
        var heard = (asked?.Met ?? []).Select(review =>
            review.Heard(request, version, day, agreement.Text));
        work = new Work(held.Circle, work.Entries.AddRange(heard).AddRange(held.Entries), Effort.None);
        var verdict = Judge(work.Circle, request, held.Minutes, agreement, here);
        var after = After(work.Circle, agreement, verdict, held.Minutes, day.Mid, here);
        work = Enter(work, request, agreement, after, verdict, day);
        if (verdict is Verdict.Kept or Verdict.Changed) work = Dividing.Into(work, request.Decision, held, here);
        var voices = Voices.Heard(work.Circle, here, 0);
        return new Turn.Done(work, day, new Reply.Looked(
            verdict, after.Version, after.Text, after.UntilDay, after.ReviewDay, held.Effort, before,
            Convening.Standing(voices, work.Circle, day.Mid, here)));
    }

    private static Verdict Judge(
        Circle circle, Request request, Minutes minutes, Agreement agreement, Surroundings here)
    {
        if (minutes.Consented
            && (agreement.Change is not { } change || Changing.IsRepresented(circle, change, here)))
            return minutes.Text.DistanceTo(agreement.Text) < Considering.SameText
                && minutes.Dimensions.SequenceEqual(agreement.Dimensions) ? Verdict.Kept : Verdict.Changed;
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        foreach (var voice in Voices.Present(circle, here, request.Decision, AttendanceOfCycle + request.Cycle))
        {
            var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            var range = new Acceptance(facets.Of(stand), voice.Snapshot.Tolerance, here.Practice.BoxRanges)
            {
                Salience = voice.In(facets),
            };
            if (!range.Contains(facets.Of(here.StatusQuo))) return Verdict.Unrenewed;
        }

        return Verdict.Ended;
    }

    private static Agreement After(
        Circle circle, Agreement agreement, Verdict verdict, Minutes minutes, int day, Surroundings here)
    {
        // Nothing more is due before its term is over.
        if (verdict is Verdict.Unrenewed or Verdict.Ended) return agreement with { ReviewDay = agreement.UntilDay };
        var renewed = Deliberating.Agreed(circle, Spreading.Matter(agreement, here), minutes, day, here);
        return verdict == Verdict.Changed
            ? renewed with { Version = agreement.Version + 1, Before = agreement.Before }
            : agreement with
            {
                FromDay = renewed.FromDay,
                UntilDay = renewed.UntilDay,
                ReviewDay = renewed.ReviewDay,
                TermShare = renewed.TermShare,
                IsDue = false,
                // A text all can live with again is one for all.
                Parts = [],
                PartOf = [],
            };
    }

    private static Work Enter(
        Work work, Request request, Agreement agreement, Agreement after, Verdict verdict, Days day)
    {
        var kind = verdict switch
        {
            Verdict.Kept => EntryKind.Kept,
            Verdict.Changed => EntryKind.Decided,
            Verdict.Ended => EntryKind.EndAgreed,
            _ => EntryKind.Unrenewed,
        };
        return work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, after) },
            Entries = work.Entries.Add(Deliberating.Note(
                kind, request, after.Version, day, agreement.Text, after.Text)),
        };
    }
}
