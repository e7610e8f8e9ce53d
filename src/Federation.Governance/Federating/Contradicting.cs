using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>Agreements that cannot be kept together: found where they meet, resolved above both.</summary>
/// <remarks>
/// A circle may not choose which of them to break. Where the practice says so, it asks the owner of the
/// text that came down last for a review, saying what would leave room for the other. That owner sits
/// above both, unless it was given its domain across branches; its meeting, with the links of both in
/// it, moves the text by consent or does not.
/// </remarks>
internal static class Contradicting
{
    /// <summary>Whether a circle asked for a review because of one, and so hears of every step of the text.</summary>
    public static bool Waits(Circle circle, Agreement limit, Surroundings here) =>
        here.Practice.Reviews.Resolves
        && (Limiting.Contradicting(circle, limit, limit.FromDay).Any()
            || Limiting.Excluding(circle, limit, limit.FromDay).Any());

    /// <param name="limit">The text that came down, as the circle has it now.</param>
    public static ImmutableArray<Entry> Note(
        ImmutableArray<Entry> entries, Circle circle, Request request, Agreement limit, Days day, Surroundings here)
    {
        var asks = here.Practice.Reviews.Resolves;
        foreach (var own in Limiting.Contradicting(circle, limit, day.Mid))
            entries = Add(entries, EntryKind.PolicyContradicted, own, isOwn: true);
        foreach (var other in Limiting.Excluding(circle, limit, day.Mid))
            entries = Add(entries, EntryKind.LimitsContradicted, other, isOwn: false);
        return entries;

        ImmutableArray<Entry> Add(ImmutableArray<Entry> entries, EntryKind kind, Agreement other, bool isOwn)
        {
            entries = entries.Add(Deliberating.Note(
                kind, request, request.Version, day, other.Text, limit.Text));
            if (!asks) return entries;
            // One request for each text; the first contradiction is the argument.
            asks = false;
            return entries.Add(Deliberating.Note(
                EntryKind.ReviewRequested, request, request.Version, day, limit.Text,
                Limiting.Wanted(limit, other, isOwn)));
        }
    }
}
