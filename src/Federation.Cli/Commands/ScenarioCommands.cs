using System.CommandLine;
using System.Text.Json.Nodes;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Society.People;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation scenario new | check</c></summary>
internal static class ScenarioCommands
{
    public static Command Create(Reporting reporting) => reporting.Group(
        new Command(
            "scenario", "Write and check scenario files.") { New(reporting), Check(reporting) },
        "federation scenario check cohousing");

    private static Command New(Reporting reporting)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The file to write; it must not exist.",
        };
        var from = RunOptions.Word(
            "--from", "The shipped scenario to begin with", "cohousing",
            [.. ScenarioCatalogue.Names]);
        var command = new Command(
            "new", "Write a scenario to begin with, as a copy of a shipped one.") { file, from };
        return reporting.Carry(
            command, "scenario new", "federation scenario new mine.yaml --from cohousing", (
            parsed, _, _) =>
        {
            var path = parsed.GetValue(file)!;
            if (File.Exists(path) || Directory.Exists(path))
                throw new CommandFailure(
                    "file_exists", "There is a file of this name, and it is kept",
                    "Name another file", path, ExitCode.Usage);
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
                ExportCommand.Folder(folder, "Name another file");
            AtomicFile.Write(path, ScenarioCatalogue.Text(parsed.GetValue(from)!));
            return Task.FromResult(new Outcome(
                new { File = path, From = parsed.GetValue(from) },
                page => page.Line(
                    $"Wrote {path}. Change it, then: federation scenario check {path}")));
        });
    }

    private static Command Check(Reporting reporting)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A YAML file, or a shipped scenario's name.",
            HelpName = "FILE",
        };
        file.CompletionSources.Add([.. ScenarioCatalogue.Names]);
        var set = RunOptions.Set();
        var command = new Command(
            "check", "Tell everything that is wrong with a scenario, or what it will do.") { file,
            set };
        return reporting.Reads(
            command, "scenario check", "federation scenario check cohousing", (parsed, _, _) =>
        {
            var scenario = ScenarioCatalogue.Load(
                parsed.GetValue(file)!, RunOptions.Settings(parsed.GetValue(set)));
            var plan = Worlds.Open(scenario).Plan;
            foreach (var named in new Allotments(scenario, plan).Named) plan.Find(named);
            var findings = DomainFindings.Of(scenario, plan);
            return Task.FromResult(new Outcome(
                new
                {
                    File = parsed.GetValue(file), plan.Circles, plan.People, plan.Represented,
                    Findings = findings,
                    Scenario = JsonNode.Parse(ResolvedScenario.ToJson(scenario)),
                },
                page => ScenarioView.Write(page, scenario, plan, findings)));
        });
    }
}
