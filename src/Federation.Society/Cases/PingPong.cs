using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 14. A matter goes up because a circle cannot settle it, and comes back to it unsettled.</summary>
internal static class PingPong
{
    public static DegenerateCase Case { get; } = new(
        14, "ping-pong",
        "A circle refers a matter up because it cannot settle it, gets it back, and still cannot.",
        "A circle referred a matter up, and later stayed unresolved on the same matter.",
        Cure.By("process.ladder=[split, park]", "what a circle cannot settle it parks, and nobody above is asked"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i].Kind != EntryKind.Unresolved) continue;
                var referred = entries.Take(i).LastOrDefault(entry =>
                    entry.Kind == EntryKind.Referred && entry.Decision == entries[i].Decision);
                if (referred is null) continue;
                yield return Case.At(circle.Id, entries[i].Day, entries[i].Decision, [],
                    $"it referred matter {referred.Decision} up on day {referred.Day}; on day {entries[i].Day} the "
                    + "text came back down, and it cannot be carried out here either");
                break;
            }
    }
}
