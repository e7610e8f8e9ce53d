using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 4. Consent by decree: whatever is said does not count.</summary>
internal static class RuledInvalid
{
    private const int Least = 2;

    public static DegenerateCase Case { get; } = new(
        4, "all objections ruled invalid",
        "A facilitator declares one objection after the other invalid, and calls what is left consent.",
        $"In one meeting at least {Least} objections were raised, and all of them ruled invalid.",
        Cure.By("process.gate=s3", "the group judges objections, not the chair"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var meeting in entries.Where(entry => entry.Kind
                is EntryKind.ObjectionRuledInvalid or EntryKind.ObjectionRaised)
                .GroupBy(entry => (entry.Cycle, entry.Decision, entry.Version)))
            {
                var ruled = meeting.Where(entry => entry.Kind == EntryKind.ObjectionRuledInvalid).ToArray();
                if (ruled.Length < Least || ruled.Length * 2 < meeting.Count()) continue;
                yield return Case.At(circle.Id, ruled[0].Day, meeting.Key.Decision,
                    ruled.Select(entry => run.Name(circle.Id, entry.Speaker)).Distinct(),
                    $"all {ruled.Length} objections to matter {meeting.Key.Decision} were ruled invalid");
            }
    }
}
