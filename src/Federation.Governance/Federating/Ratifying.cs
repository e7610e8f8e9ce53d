using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>The confederal option: a text holds only if every circle below consents to it by itself.</summary>
/// <remarks>
/// Each circle below takes the text as it stands or refuses it; one refusal and it holds nowhere. That
/// no circle is bound against its consent is paid for with a meeting of every one of them.
/// </remarks>
internal static class Ratifying
{
    /// <summary>Further than any text can have moved, so that nobody is spared the news.</summary>
    public const double Everybody = 5;

    /// <summary>A circle below ratifies or refuses, or hears that another one refused.</summary>
    public static Work Settle(Work work, Request request, Asking.Consider consider, Days day, Surroundings here)
    {
        var matter = consider.Matter;
        if (consider.TermShare <= 0)
        {
            var resolved = Considering.Find(work.Circle, request.Decision).Resolved;
            work = Considering.Record(
                work, request, consider, day, EntryKind.NotRatified, here.StatusQuo, resolved, 0, here);
            return work with { Circle = Never(work.Circle, request.Decision) };
        }

        var facets = new Facets(matter.Dimensions, here.StatusQuo);
        var held = Holding.Hold(work.Circle, request, request.Version, day, here, new Meeting(
            Voices.Present(work.Circle, here, request.Decision, request.Version), facets, matter.Text,
            Bounds.Unit(facets.Dimensions.Length), null, consider.TermShare, Shapes: false) { AsItStands = true });
        work = new Work(held.Circle, work.Entries.AddRange(held.Entries), work.Effort.Plus(held.Effort));
        var consents = held.Minutes.Consented;
        return Considering.Record(
            work, request, consider, held.Effort.LastDay,
            consents ? EntryKind.Ratified : EntryKind.RatificationRefused, matter.Text, consents, consider.TermShare,
            here);
    }

    /// <summary>The owner takes its text back where somebody refused; null where nobody did.</summary>
    public static Work? Annul(Work work, Request request, Agreement agreement, Days day, Surroundings here)
    {
        // Whom it did not reach has not consented either; and a refusal counts though no link reported it.
        var below = Reaching.Below(work.Circle, here);
        if (below.Refused + below.Unreached == 0) return null;
        var refusals = Review.Choose([.. Considering.Said(work.Circle).SelectMany(one => one.Reviews)]);
        var version = agreement.Version + 1;
        var entry = Deliberating.Note(
            EntryKind.NotRatified, request, version, day, agreement.Text, here.StatusQuo);
        var moments = refusals.Select(refusal => new Moment(
            refusal.Circle, refusal.Depth, entry with { Kind = EntryKind.RatificationRefused },
            (Int128)Fixed.ToLong(1) * refusal.People)).ToImmutableArray();
        var annulled = agreement with
        {
            Version = version,
            Text = here.StatusQuo,
            CarriedOut = here.StatusQuo,
            TermShare = 0,
        };
        var circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, annulled) };
        return new Work(
            Never(circle, request.Decision), work.Entries.Add(entry),
            work.Effort.Plus(Effort.None with { Moments = Moment.Choose(moments) }));
    }

    /// <summary>What is asked of the owner by a circle that refused: that things stay as they are.</summary>
    public static Point? Refusal(Agreement agreement) =>
        agreement is { Effect: Effect.Ratify, Resolved: false } ? agreement.Text : null;

    private static Circle Never(Circle circle, int decision)
    {
        var annulled = Considering.Find(circle, decision);
        return circle with
        {
            Agreements = Deliberating.Replace(
                circle.Agreements, annulled with { UntilDay = annulled.FromDay, ReviewDay = annulled.FromDay }),
        };
    }
}
