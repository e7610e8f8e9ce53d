using System.Collections.Immutable;
using System.CommandLine;
using Federation.Cli.Reports;
using Federation.Cli.Runs;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation compare SCENARIO --rules a,b</c></summary>
internal static class CompareCommand
{
    public static Command Create(Reporting reporting)
    {
        var scenario = RunOptions.Scenario("cohousing");
        var rules = new Option<string?>("--rules")
        {
            Description = "The decision rules to compare; the scenario's own when left out.",
            HelpName = "a,b",
        };
        var replications = StudyOptions.Count("--replications", "How often everything is drawn again.", 30, 1, 100_000);
        var vary = StudyOptions.Vary(
            "Cross the rules with values of a key: --vary process.latitude=0,0.15; repeatable.");
        var set = RunOptions.Set();
        var seed = RunOptions.Seed();
        var smallest = SmallestEffects.Option();
        var structure = RunOptions.Word(
            "--structure", "Whether replications have plans of their own", "redrawn", "redrawn", "written");
        var place = new WorkplaceOptions();
        var output = StudyOptions.Out("compares");
        var resume = StudyOptions.Resume();
        var command = new Command(
            "compare", "Govern the same people by several rules, again and again, and tell what differs.")
        {
            scenario, rules, replications, vary, set, seed, smallest, structure, place.Jobs, place.Cluster, place.Silos,
            output, resume,
        };
        return reporting.Carry(
            command, "compare", "federation compare cohousing --vary process.latitude=0,0.15 --replications 10", Work);

        async Task<Outcome> Work(ParseResult parsed, Session session, CancellationToken limit)
        {
            var began = TimeProvider.System.GetTimestamp();
            var name = parsed.GetValue(scenario)!;
            var settings = RunOptions.Settings(parsed.GetValue(set)).ToList();
            if (parsed.GetValue(seed) is { } other) settings.Add($"seed={other}");
            var written = ScenarioCatalogue.Load(name, settings);
            var factors = Factors(parsed.GetValue(rules), parsed.GetValue(vary));
            var design = new Design(Design.Grid, 0, factors, written.Seed);
            StudyPlan.Check(design.Count * parsed.GetValue(replications));
            var plan = new StudyPlan(
                "compare", [.. design.Settings().Select(point => StudyPlan.Point(name, settings, point))],
                [.. Enumerable.Range(0, parsed.GetValue(replications)).Select(r => new Draw(written.Seed, r))],
                parsed.GetValue(structure) == "redrawn");
            foreach (var cell in plan.Cells) Worlds.Open(cell.Drawn(plan.Draws[0], plan.Redraws));

            using var folder = StudyOptions.Folder(
                session, parsed, output, resume, () =>
                    RunFolders.Fresh("compares", $"{RunFolders.Slug(written.Name)}-{written.Seed}"));
            var measured = await StudyOptions.Run(session, plan, folder, place.Of(parsed), limit);
            var report = new Comparison(plan, measured, SmallestEffects.Of(parsed.GetValue(smallest), written))
                .Report(TimeProvider.System.GetElapsedTime(began).TotalSeconds, folder.Path);
            await folder.Write("runs", CompareTables.Runs(plan, measured), limit);
            await folder.Write("cells", CompareTables.Cells(report), limit);
            await folder.Write("pairs", CompareTables.Pairs(report), limit);
            AtomicFile.Write(report.Report, ComparePage.Write(report, written));
            folder.Write("compare", report);
            return new Outcome(report, page => CompareView.Write(page, report));
        }
    }

    /// <summary>The rules first, then what is varied beside them, each over a few values.</summary>
    private static ImmutableArray<Factor> Factors(string? rules, string[]? vary)
    {
        var texts = (vary ?? []).ToList();
        if (rules is not null) texts.Insert(0, $"rule={rules}");
        var factors = Factor.ParseAll(texts);
        if (factors.OfType<Factor.Range>().FirstOrDefault() is { } range)
            throw new CommandFailure(
                "usage", $"'{range.Key}' is given a range, and a comparison is between values",
                $"Write {range.Key}={range.Low},{range.High}, or use: federation sweep", "--vary", ExitCode.Usage);
        if (factors.IsEmpty)
            throw CommandFailure.Usage(
                "There is nothing to compare",
                "Name rules: --rules consent,majority; or values: --vary process.latitude=0,0.15");
        return factors;
    }
}
