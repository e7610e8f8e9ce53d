using System.Text.Json;
using Federation.Cli.Runs;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;
using Federation.Society.Cases;
using Federation.Society.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Hunts;

/// <summary>What a hunt writes: a scenario file per case, and hunt.json over all.</summary>
/// <param name="folder">Its folder, with the journal of what is done.</param>
internal sealed class HuntFolder(StudyFolder folder)
{
    public string Path => folder.Path;

    /// <summary>What was tried and shrunk, as it was done.</summary>
    public string JournalFile => folder.JournalFile;

    /// <summary>hunts/country-1-5, then hunts/country-1-5-2 and so on: one that is not there yet.</summary>
    public static string Fresh(Scenario scenario, ulong first, ulong last) =>
        RunFolders.Fresh("hunts", $"{RunFolders.Slug(scenario.Name)}-{first}-{last}");

    public void Write(HuntReport report) => AtomicFile.Write(
        System.IO.Path.Combine(Path, "hunt.json"), JsonSerializer.Serialize(report, Outcome.Json) + "\n");

    /// <returns>The file's path.</returns>
    public string Write(Scenario scenario, Finding finding, Variation under)
    {
        var sought = finding.Case;
        var file = System.IO.Path.Combine(Path, $"{sought.Number:00}-{sought.Slug}.yaml");
        var shown = System.IO.Path.GetRelativePath(".", file);
        var named = scenario with { Name = $"case-{sought.Number}-{sought.Slug}", About = sought.Meaning };
        AtomicFile.Write(file, ScenarioFile.Text(named,
        [
            $"Degenerate case {sought.Number}, {sought.Name}: {sought.Meaning}",
            $"Where: {finding.Circle}{(finding.Day > 0 ? $", day {finding.Day}" : "")}: {finding.What}.",
            $"Cure: {sought.Cure}.",
            $"First seen with: {under}; shrunk since.",
            $"federation run {shown} --driver reference",
        ]));
        return shown;
    }
}
