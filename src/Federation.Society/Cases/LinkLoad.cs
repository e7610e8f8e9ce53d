using Federation.Governance.Circles;
using Federation.Governance.Members;

namespace Federation.Society.Cases;

/// <summary>Cases 8 and 9. Too many seats for one person, too many people at one table.</summary>
internal static class LinkLoad
{
    /// <summary>Circles whose link one person may hold: two, which sit in three adjacent circles.</summary>
    private const int LinksMost = 2;

    // Villines: 20 people are the most a circle works well with (docs/guide/cases.md).
    private const int SeatsMost = 20;

    public static DegenerateCase ManyLinks { get; } = new(
        8, "one person in too many circles",
        "One person carries the word of several circles, and all of them lose it when that person is away.",
        $"A person holds links of more than {LinksMost} circles.",
        Cure.By("process.seatRule=replaceBelow", "who moves up gives the lower seat to somebody else"), FindMany);

    public static DegenerateCase LargeParent { get; } = new(
        9, "parent too large",
        "A circle has so many circles below it that its own meeting no longer hears everybody.",
        $"More than {SeatsMost} people sit in a circle that has circles below it.",
        new Cure([], "one more level of circles between: federation.childrenMax on the planet, smaller "
            + "federation.fanOuts in a tree"),
        FindLarge);

    private static IEnumerable<Finding> FindMany(FinishedRun run)
    {
        var held = new SortedDictionary<PersonId, List<CircleId>>();
        foreach (var (circle, _) in run.Circles)
            foreach (var person in Links(circle))
                (held.TryGetValue(person, out var links) ? links : held[person] = []).Add(circle.Id);
        foreach (var (person, links) in held.Where(one => one.Value.Count > LinksMost))
            yield return ManyLinks.At(links.Min(), 0, 0, [run.Name(person)],
                $"{run.Name(person)} holds links of {links.Count} circles, the lowest of them {links.Max()}");
    }

    private static IEnumerable<PersonId> Links(Circle circle) => circle.Seats
        .Where(seat => seat.Role is Role.Delegate or Role.Leader).Select(seat => seat.Person).Distinct();

    private static IEnumerable<Finding> FindLarge(FinishedRun run)
    {
        foreach (var (circle, _) in run.Circles.Where(one => one.Circle.Links.Length > 0))
        {
            var seated = circle.Links.SelectMany(link => link.Delegates.Select(one => (PersonId?)one.Person)
                .Append(link.Leader?.Person)).OfType<PersonId>().Concat(Links(circle)).Distinct().Count();
            if (seated > SeatsMost)
                yield return LargeParent.At(circle.Id, 0, 0, [],
                    $"{seated} people sit in it, for {circle.Links.Length} circles below; a round of "
                    + $"{seated} takes everybody {seated * run.World.Scenario.Measure.SpeakMinutes:0} minutes");
        }
    }
}
