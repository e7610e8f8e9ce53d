using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Society.Cases;

/// <summary>Case 27. A circle parts with somebody who speaks for it elsewhere.</summary>
internal static class RemovedLink
{
    public static DegenerateCase Case { get; } = new(
        27, "member removed while holding a link",
        "A circle removes a member who links it, or a circle above it, upwards; what they carried is dropped.",
        "A member was removed whom a circle had last elected delegate or named leader.",
        Cure.By("process.qualificationLeast=0.1", "whoever one other member finds fit stays a member; or fill the "
            + "seats with somebody else first"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var removed in entries.Where(entry => entry.Kind == EntryKind.MemberRemoved))
            {
                var person = removed.Speaker.Person;
                var held = run.Circles.Where(one => circle.Id.IsWithin(one.Circle.Id)
                    && Held(one.Entries, person, removed.Day)).Select(one => one.Circle.Id).ToArray();
                if (held.Length > 0)
                    yield return Case.At(circle.Id, removed.Day, removed.Decision, [run.Name(person)],
                        $"{run.Name(person)} was removed while linking {string.Join(" and ", held)} upwards");
            }
    }

    /// <summary>Whether the last choice before that day, for either role, was this person.</summary>
    private static bool Held(IReadOnlyList<Entry> entries, PersonId person, int day)
    {
        return Last(EntryKind.DelegateElected) == person || Last(EntryKind.LeaderNamed) == person;

        PersonId? Last(EntryKind kind) => entries
            .LastOrDefault(entry => entry.Kind == kind && entry.Day < day)?.Speaker.Person;
    }
}
