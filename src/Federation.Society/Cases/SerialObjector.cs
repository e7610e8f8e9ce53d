using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Society.Cases;

/// <summary>Case 2. One member takes most of a circle's time.</summary>
internal static class SerialObjector
{
    private const int Least = 4;
    private const double TimesTheOthers = 4;

    public static DegenerateCase Case { get; } = new(
        2, "serial objector",
        "One member of a circle objects again and again, and the others spend their meetings on it.",
        $"A member raised at least {Least} objections that counted in one circle, at least "
        + $"{TimesTheOthers} times what the others raised on average.",
        Cure.By("process.gate=scm", "an objection counts when it is argued, and paramount to who raises it"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
        {
            var raised = entries.Where(entry => entry.Kind == EntryKind.ObjectionRaised).ToArray();
            if (raised.Length < Least) continue;
            var dismissed = entries.Where(IsDismissal).Select(Key).ToHashSet();
            raised = [.. raised.Where(entry => !dismissed.Contains(Key(entry)))];
            var members = circle.Links.IsEmpty ? run.PlanOf(circle.Id).People : (circle.Links.Length * 2) + 2;
            foreach (var same in raised.GroupBy(entry => entry.Speaker.Person).OrderBy(same => same.Key))
            {
                var own = same.Count();
                var others = (raised.Length - own) / Math.Max(1.0, members - 1);
                if (own < Least || own < TimesTheOthers * others) continue;
                var name = run.Name(circle.Id, same.Last().Speaker);
                yield return Case.At(circle.Id, same.Last().Day, same.Last().Decision, [name],
                    $"{own} of the circle's {raised.Length} objections came from {name}");
            }
        }
    }

    /// <summary>An objection the gate let not count takes no more time.</summary>
    private static bool IsDismissal(Entry entry) => entry.Kind is EntryKind.NotArgued or EntryKind.NotParamount
        or EntryKind.NotQualified or EntryKind.ConcernRecorded or EntryKind.NoHarm or EntryKind.NotOwnRole
        or EntryKind.NotNew or EntryKind.CanAdapt;

    private static (int, int, int, PersonId) Key(Entry entry) =>
        (entry.Cycle, entry.Decision, entry.Version, entry.Speaker.Person);
}
