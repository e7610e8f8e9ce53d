using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>A hunt's finds for a person: each with the smallest federation, the file and the cure.</summary>
internal static class HuntView
{
    public static void Write(Page page, HuntReport hunt)
    {
        page.Heading($"{Say.Count(hunt.Finds.Length, "degenerate case", "degenerate cases")} in "
            + $"{Say.Count(hunt.Runs, "run", "runs")} of {hunt.Scenario}");
        if (hunt.Runs < hunt.Planned)
            page.Line($"Not all was searched: {hunt.Planned:#,0} runs were planned.");
        foreach (var find in hunt.Finds)
        {
            page.Heading($"{find.Case} {find.Name}");
            page.Line($"  {find.Circle}: {find.What}.");
            page.Line($"  {Say.Count(find.Circles, "circle", "circles")}, "
                + $"{Say.Count(find.Decisions, "matter", "matters")}, seed {find.Seed}; "
                + $"first seen with: {find.Under}.");
            page.Line($"  Cure: {find.Cure}.");
            page.Exact($"  federation run {find.ScenarioFile} --driver reference");
        }

        if (hunt.Broken.Length > 0)
        {
            page.Heading($"{Say.Count(hunt.Broken.Length, "run", "runs")} broke off: faults of the program");
            foreach (var broken in hunt.Broken.Take(5)) page.Line($"  {broken}");
        }

        page.Line("");
        page.Line($"Took {hunt.WallSeconds:0.0} s; everything is in {hunt.Folder}.");
    }
}
