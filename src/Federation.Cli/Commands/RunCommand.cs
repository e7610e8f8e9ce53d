using System.CommandLine;
using System.CommandLine.Parsing;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation run SCENARIO</c></summary>
internal static class RunCommand
{
    public static Command Create(Reporting reporting, Composition composition)
    {
        var scenario = RunOptions.Scenario(null);
        var silos = RunOptions.Silos(1);
        var driver = RunOptions.Word(
            "--driver", "On a cluster of silos, or in one thread without one", "cluster",
            "cluster", "reference");
        var cluster = new Option<string?>("--cluster")
        {
            Description = "Use a running cluster instead of starting silos: its folder, or its store.",
            HelpName = "ADDRESS",
        };
        var storage = RunOptions.Word(
            "--storage", "Where circles are kept", "sqlite", "sqlite", "postgres");
        var durability = RunOptions.Word(
            "--durability", "Store each answer before it is given, or nothing", "every", "every",
            "none");
        var seed = RunOptions.Seed();
        var rule = new Option<string?>("--rule")
        {
            Description = "How circles decide; the same as --set rule=R.",
            HelpName = "R",
        };
        var set = RunOptions.Set();
        var kill = RunOptions.Kills();
        var outlives = RunOptions.Safety("power-cut with --out, else processes");
        var commits = RunOptions.Commits();
        var dashboard = RunOptions.Dashboard();
        var output = new Option<string?>("--out")
        {
            Description = "The run's folder; a new one in ./runs when left out.",
            HelpName = "DIR",
        };
        var resume = new Option<bool>("--resume")
        {
            Description = "Take up the interrupted run in --out.",
        };
        var list = new Option<bool>("--list")
        {
            Description = "List the runs in ./runs instead.",
        };
        var command = new Command("run", "Run a scenario and keep what it found in a folder.")
        {
            scenario, silos, driver, cluster, storage, durability, outlives, commits, seed, rule, set, kill, dashboard,
            output, resume, list,
        };
        return reporting.Carry(command, "run", "federation run cohousing --driver reference", Work);

        async Task<Outcome> Work(ParseResult parsed, Session session, CancellationToken limit)
        {
            if (parsed.GetValue(list)) return RunList.Outcome();
            var name = parsed.GetValue(scenario)
                ?? throw CommandFailure.Usage("SCENARIO is missing",
                    "Name one: " + string.Join(", ", ScenarioCatalogue.Names) + ", or a YAML file");
            var settings = RunOptions.Settings(parsed.GetValue(set)).ToList();
            if (parsed.GetValue(seed) is { } other) settings.Add($"seed={other}");
            if (parsed.GetValue(rule) is { } chosen) settings.Add($"rule={chosen}");
            var resolved = ScenarioCatalogue.Load(name, settings);
            var isReference = parsed.GetValue(driver) == "reference";
            var kills = parsed.GetValue(kill) ?? [];
            Check(isReference, kills, parsed.GetValue(silos), parsed.GetValue(cluster));
            var port = parsed.GetValue(dashboard);
            if (port > 0 && (isReference || parsed.GetValue(cluster) is not null))
                throw CommandFailure.Usage(
                    "--dashboard is of silos that this command starts",
                    "Give it to 'federation cluster up', or set FEDERATION_DASHBOARD_PORT for silos elsewhere");
            var folder = parsed.GetValue(output);
            if (parsed.GetValue(resume) && folder is null)
                throw CommandFailure.Usage(
                    "--resume needs the folder of the run",
                    "Name it with --out; see: federation run --list");

            var report = await Running.Carry(
                session, composition,
                directory => new RunRequest(
                    resolved, isReference || parsed.GetValue(cluster) is not null ? 0
                        : parsed.GetValue(silos),
                    parsed.GetValue(driver)!, parsed.GetValue(storage)!,
                    parsed.GetValue(durability)!,
                    [.. kills], directory, parsed.GetValue(resume), parsed.GetValue(cluster),
                        Compare: false)
                {
                    SurvivesPowerLoss = parsed.GetResult(outlives) is { Implicit: false }
                        ? parsed.GetValue(outlives) == "power-cut" : folder is not null,
                    Commits = Enum.Parse<Contracts.Hosting.Commits>(parsed.GetValue(commits)!, ignoreCase: true),
                    DashboardPort = port,
                },
                folder ?? RunFolders.Fresh(resolved), parsed.GetValue(resume), Again(
                    name, settings, parsed), limit);
            return new Outcome(report, page => RunView.Write(page, report, resolved));
        }
    }

    /// <summary>The same run without what must not happen again: losses of silos, a limit of time.</summary>
    private static string Again(string name, IEnumerable<string> settings, ParseResult parsed)
    {
        var words = new List<string> { "federation run", Quoted(name) };
        words.AddRange(settings.Select(setting => $"--set {Quoted(setting)}"));
        string[] kept =
            ["--silos", "--driver", "--cluster", "--storage", "--durability", "--outlives", "--commits", "--dashboard"];
        foreach (var option in kept)
            if (parsed.GetResult(option) is OptionResult { Implicit: false } given)
                words.Add($"{option} {Quoted(string.Join(' ', given.Tokens.Select(token => token.Value)))}");
        return string.Join(' ', words);
    }

    /// <summary>As a shell takes it for one word.</summary>
    public static string Quoted(string word) => word.All(letter =>
        char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or '=') ? word : $"\"{word}\"";

    private static void Check(bool isReference, Kill[] kills, int silos, string? cluster)
    {
        if (isReference && (kills.Length > 0 || cluster is not null))
            throw CommandFailure.Usage(
                "The reference driver has no silos to lose and no cluster to use",
                "Leave --kill and --cluster out, or use --driver cluster");
        if (kills.FirstOrDefault(
            kill => cluster is null && kill.Silo > silos) is { Silo: > 0 } absent)
            throw CommandFailure.Usage($"There is no silo {absent.Silo} to lose among {silos}",
                $"Start more: --silos {Math.Min(absent.Silo + 1, RunOptions.SilosMax)}");
        if (cluster is null && kills.Length > 0 && silos < 2)
            throw CommandFailure.Usage(
                "The only silo cannot be lost and the run go on", "Start more: --silos 3");
        if (kills.GroupBy(kill => kill.Silo).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw CommandFailure.Usage(
                $"Silo {twice.Key} can be lost only once", "Leave one of its --kill out");
        if (cluster is null && kills.Length > 0 && kills.Length >= silos)
            throw CommandFailure.Usage(
                $"All {silos} silos cannot be lost and the run go on",
                $"Start more: --silos {Math.Min(kills.Length + 1, RunOptions.SilosMax)}");
    }
}
