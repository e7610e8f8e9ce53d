using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Cases 11 and 12. A question has two circles to decide it, or none.</summary>
internal static class ClaimsAndGaps
{
    public static DegenerateCase Claim { get; } = new(
        11, "two circles claim one domain",
        "More than one circle was given the same question for the same people, and each may decide it.",
        "A circle noted that a matter brought to it is claimed by more than one circle.",
        Cure.By("domains=[]", "every circle decides for its own people; or give it to one of them: until then the "
            + "lowest circle above them all decides"),
        run => Find(run, EntryKind.ClaimFound, Claim!,
            "is claimed by more than one circle, so it was settled here, above them all"));

    public static DegenerateCase Gap { get; } = new(
        12, "domain gap",
        "A question belongs to no circle: whoever meets it may not decide it.",
        "The top noted that a matter that reached it lies in nobody's domain.",
        Cure.By("domains=[]", "the top has what no circle was given; as it is, it takes up what reaches it"),
        run => Find(run, EntryKind.GapFound, Gap!, "lies in nobody's domain, so the top took it up"));

    private static IEnumerable<Finding> Find(FinishedRun run, EntryKind kind, DegenerateCase sought, string what) =>
        from one in run.Circles
        from noted in one.Entries
        where noted.Kind == kind
        let about = run.World.Scenario.Agenda.FirstOrDefault(matter => matter.Id == noted.Decision)
        let dimensions = about?.Dimensions ?? ImmutableArray<int>.Empty
        select sought.At(one.Circle.Id, noted.Day, noted.Decision, [],
            $"matter {noted.Decision}, {run.InUnits(noted.To!.Value, dimensions)}, {what}");
}
