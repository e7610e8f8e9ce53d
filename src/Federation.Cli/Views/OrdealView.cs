using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>An ordeal told: the verdict first, then what was done and how long each silence was.</summary>
internal static class OrdealView
{
    public static void Write(Page page, OrdealReport ordeal)
    {
        page.Heading(ordeal.Held
            ? "It held: nothing lost, nothing counted twice, every seal is the reference's"
            : $"It did NOT hold: {Say.Count(ordeal.FailedRuns, "run", "runs")} went wrong");
        foreach (var run in ordeal.Runs.Where(run => !run.IsRight)) page.Line($"  {run}");
        page.Facts(
            ("runs", $"{ordeal.Runs.Length:#,0} of {ordeal.Scenario}, {ordeal.Decisions:#,0} decisions"),
            ("lost", $"{ordeal.Lost:#,0}"),
            ("doubled", $"{ordeal.Doubled:#,0}"),
            ("answers", $"{ordeal.Answers:#,0}"),
            ("silos", $"{ordeal.Silos}, {ordeal.Storage}; {ordeal.SilosLost:#,0} times one was lost"),
            ("seed", $"{ordeal.Seed}"),
            ("took", $"{ordeal.WallSeconds:0.0} s"));
        if (ordeal.Silences.IsEmpty) return;
        page.Heading("How long no circle answered after a blow, in seconds");
        page.Table(
            ["blow", "times", "least", "median", "nine of ten", "most"],
            [.. ordeal.Silences.Select(kind => (IReadOnlyList<string>)[
                kind.Kind, $"{kind.Blows}", $"{kind.Least:0.00}", $"{kind.Median:0.00}", $"{kind.NineTenths:0.00}",
                $"{kind.Most:0.00}"])]);
    }
}
