using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 5. Meetings end before the agenda does, every time.</summary>
internal static class Unreached
{
    private const int MeetingsMost = 2;

    public static DegenerateCase Case { get; } = new(
        5, "agenda never reaches it",
        "A matter is on the agenda of meeting after meeting, and time is up before its turn comes.",
        $"A matter was carried over more than {MeetingsMost} meetings of a circle, or past its deadline.",
        Cure.By("cadence.meetingMinutes=0", "no matter waits for time; or meet longer, or more often"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i].Kind != EntryKind.CarriedOver) continue;
                var carried = entries[i];
                var taken = entries.Skip(i + 1).FirstOrDefault(entry => entry.Decision == carried.Decision);
                var until = taken?.Day ?? run.LastDay;
                var meetings = (until - carried.Day) / run.World.Of(circle.Id).CadenceDays;
                var deadline = run.World.Scenario.Agenda
                    .FirstOrDefault(matter => matter.Id == carried.Decision)?.DeadlineDay ?? 0;
                var isLate = deadline > 0 && carried.Day <= deadline && until > deadline;
                if (meetings <= MeetingsMost && !isLate) continue;
                yield return Case.At(circle.Id, carried.Day, carried.Decision, [],
                    $"matter {carried.Decision} waited {meetings} meetings, until day {until}"
                    + (isLate ? $", past its deadline on day {deadline}" : ""));
            }
    }
}
