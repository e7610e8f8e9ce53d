using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 17. A few decide for a circle that did not come.</summary>
internal static class Quorumless
{
    public static DegenerateCase Case { get; } = new(
        17, "quorumless circle",
        "Most members stay away, and the few who came consent for all.",
        "A circle noted that fewer than a third of its members were at the meeting that settled a matter, and the "
        + "others were neither heard before nor waited for; or that it could settle nothing for want of a quorum.",
        Cure.By("process.absentees=gather", "members who cannot come are heard before"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var entry in entries)
                if (entry.Kind == EntryKind.NoQuorum)
                    yield return Case.At(circle.Id, entry.Day, entry.Decision, [],
                        $"too few members were there to decide on matter {entry.Decision}: there was no quorum");
                else if (entry.Kind == EntryKind.FewCame && entries.Any(other => IsSettled(other)
                    && other.Decision == entry.Decision && other.Version == entry.Version))
                    yield return Case.At(circle.Id, entry.Day, entry.Decision, [],
                        $"{entry.Argument.Livable} of {entry.Argument.Asked} members were there to settle matter "
                        + $"{entry.Decision}");
    }

    private static bool IsSettled(Entry entry) => entry.Kind
        is EntryKind.Decided or EntryKind.CarriedOut or EntryKind.Adapted or EntryKind.Unresolved or EntryKind.Declined;
}
