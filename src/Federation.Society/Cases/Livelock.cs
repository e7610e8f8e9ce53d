using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Society.Cases;

/// <summary>Case 22. One amendment calls up the other, and the other the one.</summary>
internal static class Livelock
{
    private const int TurnsLeast = 3;

    public static DegenerateCase Case { get; } = new(
        22, "amendments without end",
        "Meeting one person's objection raises another's, meeting that raises the first again, and so on.",
        $"In one meeting at least {TurnsLeast} amendments in a row went to and fro between the same two people.",
        Cure.By("process.integration=nearest", "all objections are met by one amendment"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var meeting in entries.Where(entry => entry.Kind == EntryKind.Integrated)
                .GroupBy(entry => (entry.Cycle, entry.Decision, entry.Version)))
            {
                var (turns, between) = Turns([.. meeting.Select(entry => entry.Speaker)]);
                if (turns < TurnsLeast) continue;
                var names = between.Select(speaker => run.Name(circle.Id, speaker)).ToArray();
                yield return Case.At(circle.Id, meeting.First().Day, meeting.Key.Decision, names,
                    $"{turns} amendments in a row to matter {meeting.Key.Decision} went to and fro between "
                    + string.Join(" and ", names));
            }
    }

    /// <summary>The longest run in which two people take turns.</summary>
    private static (int Turns, Speaker[] Between) Turns(Speaker[] speakers)
    {
        var (best, between) = (0, Array.Empty<Speaker>());
        for (var start = 0; start + 1 < speakers.Length; start++)
        {
            if (speakers[start].Person == speakers[start + 1].Person) continue;
            var end = start + 2;
            while (end < speakers.Length && speakers[end].Person == speakers[end - 2].Person) end++;
            if (end - start > best) (best, between) = (end - start, [speakers[start], speakers[start + 1]]);
        }

        return (best, between);
    }
}
