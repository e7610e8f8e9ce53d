using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 24. Whoever is named does not want the role.</summary>
internal static class Unwilling
{
    private const int Least = 3;

    public static DegenerateCase Case { get; } = new(
        24, "everybody names the unwilling",
        "In an election one after the other is named, and declines.",
        $"In one circle on one day, {Least} people or more declined one role, or all who were asked did and nobody "
        + "holds it.",
        Cure.By("selection.willing=first", "people are asked before names are given"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var election in entries.Where(entry => entry.Kind == EntryKind.Refused)
                .GroupBy(entry => (entry.Day, entry.Speaker.Role)))
            {
                var isEmpty = circle.Seats.All(seat => seat.Role != election.Key.Role);
                if (election.Count() < Least && !isEmpty) continue;
                var role = election.Key.Role.ToString().ToLowerInvariant();
                yield return Case.At(circle.Id, election.Key.Day, 0,
                    election.Select(entry => run.Name(entry.Speaker.Person)),
                    $"{election.Count()} declined to be {role}{(isEmpty ? ", and nobody is" : "")}");
            }
    }
}
