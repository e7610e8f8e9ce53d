using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 3. Who kept the circle from deciding does not stay to live with it.</summary>
internal static class BlockedAndLeft
{
    public static DegenerateCase Case { get; } = new(
        3, "objector leaves after blocking",
        "Somebody keeps a circle from deciding and leaves; the circle lives with what was not decided.",
        "A member whose objection left a circle without consent left it afterwards.",
        Cure.By("process.latitude=0.4", "where circles may find their own way, nobody has to keep one from deciding"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run) =>
        from one in run.Circles
        from left in one.Entries
        where left.Kind == EntryKind.LeftAfterBlocking
        let name = run.Name(one.Circle.Id, left.Speaker)
        select Case.At(one.Circle.Id, left.Day, left.Decision, [name],
            $"{name} kept the circle from settling matter {left.Decision} and left");
}
