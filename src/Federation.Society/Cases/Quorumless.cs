using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Society.Cases;

/// <summary>Case 17. A few decide for a circle that did not come.</summary>
internal static class Quorumless
{
    public static DegenerateCase Case { get; } = new(
        17, "quorumless circle",
        "Most members stay away, and the few who came consent for all.",
        "Fewer than a third of a circle's members were at the meeting that settled a matter, and the others were "
        + "neither heard before nor waited for; or a circle could settle nothing for want of a quorum.",
        Cure.By("process.absentees=gather", "members who cannot come are heard before"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        if (run.World.Practice.Absentees != Absentees.Waive) yield break;
        foreach (var (circle, entries) in run.Circles)
        {
            var settled = entries.Where(entry => IsSettled(entry) && !entries.Any(other =>
                other.Kind is EntryKind.SilentConsent or EntryKind.NoQuorum or EntryKind.MandateUsed
                && other.Decision == entry.Decision && other.Version == entry.Version)).ToArray();
            foreach (var entry in entries.Where(entry => entry.Kind == EntryKind.NoQuorum))
                yield return Case.At(circle.Id, entry.Day, entry.Decision, [],
                    $"too few members were there to decide on matter {entry.Decision}: there was no quorum");
            if (settled.Length == 0) continue;
            var here = run.World.Of(circle.Id);
            foreach (var entry in settled)
            {
                var members = Voices.All(circle, here, entry.Decision);
                var came = members.Count(voice => here.Attends(voice.Person, entry.Decision, entry.Version));
                if (came * 3 >= members.Length) continue;
                yield return Case.At(circle.Id, entry.Day, entry.Decision, [],
                    $"{came} of {members.Length} members were there to settle matter {entry.Decision}"
                    + (came == 0 ? "; it was settled all the same" : ""));
            }
        }
    }

    private static bool IsSettled(Entry entry) => entry.Kind
        is EntryKind.Decided or EntryKind.CarriedOut or EntryKind.Adapted or EntryKind.Unresolved or EntryKind.Declined;
}
