using System.CommandLine;
using System.Globalization;
using Federation.Cli.Hunts;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation hunt SCENARIO</c></summary>
internal static class HuntCommand
{
    public static Command Create(Reporting reporting)
    {
        var scenario = RunOptions.Scenario("country");
        var seeds = SeedRange.Option("The seeds to search, both ends included.", new(1, 3));
        var set = RunOptions.Set();
        var (output, resume) = (StudyOptions.Out("hunts"), StudyOptions.Resume());
        var minutes = new Option<double?>("--minutes")
        {
            Description = "Search no longer than this; what is being shrunk then is finished.",
            HelpName = "M",
        };
        minutes.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var given) || given is <= 0 or > 10_000))
                result.AddError("--minutes takes a number above 0, at most 10000");
        });
        var command = new Command(
            "hunt", "Search seeds and settings for degenerate cases, and shrink each to the smallest federation.")
        {
            scenario, seeds, set, output, resume, minutes,
        };
        return reporting.Carry(command, "hunt", "federation hunt country --seeds 1..3", Work);

        async Task<Outcome> Work(ParseResult parsed, Session session, CancellationToken limit)
        {
            var name = parsed.GetValue(scenario)!;
            var settings = RunOptions.Settings(parsed.GetValue(set));
            var written = ScenarioCatalogue.Load(name, settings);
            Worlds.Open(written);
            var (first, last) = parsed.GetValue(seeds);
            using var held = StudyOptions.Folder(
                session, parsed, output, resume, () => HuntFolder.Fresh(written, first, last));
            var folder = new HuntFolder(held);
            using var enough = new CancellationTokenSource();
            if (parsed.GetValue(minutes) is { } most) enough.CancelAfter(TimeSpan.FromMinutes(most));
            using var progress = ProgressView.For(session, TimeProvider.System);
            var hunt = new Hunt(
                new HuntRequest(
                    more => ScenarioCatalogue.Load(name, [.. settings, .. more]), name, first, last, folder),
                progress, limit);
            var report = await Task.Run(() => hunt.Run(enough.Token), limit);
            return new Outcome(report, page => HuntView.Write(page, report));
        }
    }
}
