using System.CommandLine;
using Federation.Cli.Reports;
using Federation.Cli.Runs;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation sweep SCENARIO --vary k=a,b --seeds 1..30</c></summary>
internal static class SweepCommand
{
    private const string Example =
        "federation sweep cohousing --vary people.spread=0.05..0.3 --vary process.shaping=0..1 --design lhs "
        + "--points 20 --seeds 1..3";

    public static Command Create(Reporting reporting)
    {
        var scenario = RunOptions.Scenario("cohousing");
        var vary = StudyOptions.Vary("A key and its values, or its range: --vary people.spread=0.05..0.3; repeatable.");
        var seeds = SeedRange.Option("The seeds each point is run with, both ends included.", new(1, 10));
        var design = RunOptions.Word("--design", "Which points to visit", Design.Grid, [.. Design.Names]);
        var points = StudyOptions.Count(
            "--points", "Points; with morris, trajectories; with indices, rows.", 64, 1, 100_000);
        var set = RunOptions.Set();
        var structure = RunOptions.Word(
            "--structure", "Whether seeds have plans of their own", "written", "redrawn", "written");
        var (place, output, resume) = (new WorkplaceOptions(), StudyOptions.Out("sweeps"), StudyOptions.Resume());
        var command = new Command("sweep",
            "Run a scenario over many settings and seeds, and keep everything in tables.")
        {
            scenario, vary, seeds, design, points, set, structure, place.Jobs, place.Cluster, place.Silos, output,
            resume,
        };
        return reporting.Carry(command, "sweep", Example, Work);

        async Task<Outcome> Work(ParseResult parsed, Session session, CancellationToken limit)
        {
            var began = TimeProvider.System.GetTimestamp();
            var name = parsed.GetValue(scenario)!;
            var settings = RunOptions.Settings(parsed.GetValue(set));
            var written = ScenarioCatalogue.Load(name, settings);
            var factors = Factor.ParseAll(parsed.GetValue(vary) ?? []);
            if (factors.IsEmpty)
                throw CommandFailure.Usage("There is nothing to sweep", "Name a key: --vary process.shaping=0,0.3,0.6");
            var (first, last) = parsed.GetValue(seeds);
            var chosen = new Design(parsed.GetValue(design)!, parsed.GetValue(points), factors, written.Seed);
            StudyPlan.Check(chosen.Count * (last - first + 1.0));
            var plan = new StudyPlan(
                "sweep", [.. chosen.Settings().Select(point => StudyPlan.Point(name, settings, point))],
                [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i =>
                    new Draw(first + (ulong)i, written.Replication))],
                parsed.GetValue(structure) == "redrawn");
            foreach (var cell in plan.Cells) Worlds.Open(cell.Drawn(plan.Draws[0], plan.Redraws));

            using var folder = StudyOptions.Folder(
                session, parsed, output, resume,
                () => RunFolders.Fresh("sweeps", $"{RunFolders.Slug(written.Name)}-{chosen.Name}"));
            var measured = await StudyOptions.Run(session, plan, folder, place.Of(parsed), limit);
            var sweep = new Sweep(plan, chosen, measured);
            var report = sweep.Report(TimeProvider.System.GetElapsedTime(began).TotalSeconds, folder.Path);
            await folder.Write("runs", CompareTables.Runs(plan, measured), limit);
            await folder.Write("points", sweep.Points(), limit);
            if (!report.Effects.IsEmpty) await folder.Write("effects", Sweep.Effects(report), limit);
            AtomicFile.Write(folder.In("report.html"), SweepPage.Write(report, written));
            folder.Write("sweep", report);
            return new Outcome(report, page => SweepView.Write(page, report));
        }
    }
}
