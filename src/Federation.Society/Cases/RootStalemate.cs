using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 1. No broader circle is left to refer to, and nobody gives way.</summary>
internal static class RootStalemate
{
    public static DegenerateCase Case { get; } = new(
        1, "root stalemate",
        "The top circle finds no text that everyone can live with, and there is no broader circle to ask.",
        "A matter the top circle deliberated ends parked there, after objections.",
        Cure.By("process.lastResort=mediator", "the circle agreed beforehand how it decides when it cannot"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        var root = run.World.Plan.Root;
        if (run.Find(root) is not { } top) yield break;
        foreach (var parked in top.Entries.Where(entry => entry.Kind == EntryKind.Parked))
        {
            var objectors = top.Entries
                .Where(entry => entry.Kind == EntryKind.ObjectionRaised && entry.Decision == parked.Decision)
                .Select(entry => run.Name(root, entry.Speaker)).Distinct().ToArray();
            yield return Case.At(root, parked.Day, parked.Decision, objectors,
                $"{objectors.Length} objected to matter {parked.Decision}, no text met them all, and nobody is "
                + "left to ask: what held before goes on");
        }
    }
}
