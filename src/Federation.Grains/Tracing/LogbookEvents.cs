using System.Diagnostics;
using Federation.Governance.Logbooks;

namespace Federation.Grains.Tracing;

/// <summary>What a circle entered that no span of its own shows: an event of the circle's span for each.</summary>
internal static class LogbookEvents
{
    /// <summary>An event's name begins so; then the kind of entry: <c>logbook.domain_narrowed</c>.</summary>
    private const string Prefix = "logbook.";

    public static void Tell(CircleTrace circle, Activity span, IEnumerable<Entry> entries, DateTimeOffset at)
    {
        foreach (var entry in entries)
            if (!IsShown(entry.Kind))
                Notable.Note(circle, span, NameOf(entry.Kind), at, circle.Run.Said(circle.Here.Id, entry), entry.Day);
    }

    private static string NameOf(EntryKind kind) => Prefix + string.Concat(kind.ToString().Select((letter, i) =>
        char.IsUpper(letter) ? $"{(i > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>Rounds, objections, what became of them and what was adopted or passed on are spans.</summary>
    private static bool IsShown(EntryKind kind) => kind is
        EntryKind.Founded or EntryKind.DelegateElected or EntryKind.LeaderNamed or EntryKind.Forwarded
        or EntryKind.Proposed or EntryKind.ObjectionRaised or EntryKind.Decided or EntryKind.Referred
        or EntryKind.CarriedOut or EntryKind.Adapted or EntryKind.Told or EntryKind.ReviewRequested
        or EntryKind.ReviewHeard || Outcome.IsIntegration(kind) || Outcome.IsDismissal(kind);
}
