using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Federation.Cli.Clusters;
using Federation.Cli.Ordeals;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation chaos SCENARIO</c></summary>
internal static class ChaosCommand
{
    private const double MinutesMost = 24 * 60;

    private static ImmutableArray<string> Words { get; } =
        [.. Enum.GetValues<BlowKind>().Select(kind => kind.ToString().ToLowerInvariant())];

    public static Command Create(Reporting reporting)
    {
        var scenario = RunOptions.Scenario("demo");
        var seed = new Option<int>("--seed") { Description = "Draws the plan of blows.", HelpName = "N" };
        var minutes = new Option<double>("--minutes")
        {
            Description = "For how long the cluster is struck.",
            HelpName = "M",
            DefaultValueFactory = _ => 2,
        };
        minutes.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(double.TryParse(
                    result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var given)
                && given is > 0 and <= MinutesMost))
                result.AddError($"--minutes takes a number above 0, at most {MinutesMost}");
        });
        var blows = new Option<string[]>("--blows")
        {
            Description = $"Which blows may be drawn ({string.Join(", ", Words)}); without it all but cut and clock.",
            HelpName = "KIND",
            AllowMultipleArgumentsPerToken = true,
        };
        blows.CompletionSources.Add([.. Words]);
        var most = new Option<int?>("--most")
        {
            Description = "At most so many blows; as many as fit into the time when left out.", HelpName = "N",
        };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && given < 1)
                result.AddError("--most takes a whole number from 1");
        });
        var silos = RunOptions.Silos(3);
        var storage = RunOptions.Word("--storage", "Where circles are kept", "sqlite", "sqlite", "postgres");
        var outlives = RunOptions.Safety("power-cut");
        var commits = RunOptions.Commits();
        var set = RunOptions.Set();
        var output = new Option<string?>("--out")
        {
            Description = "The cluster's folder; a new one in ./chaos when left out.", HelpName = "DIR",
        };
        var command = new Command(
            "chaos", "Strike a local cluster under load by a plan drawn from a seed, and say whether it held.")
        {
            scenario, seed, minutes, blows, most, silos, storage, outlives, commits, set, output,
        };
        return reporting.Carry(command, "chaos", "federation chaos cohousing --seed 1 --minutes 1", Work);

        async Task<Outcome> Work(ParseResult parsed, Session session, CancellationToken limit)
        {
            if (OperatingSystem.IsWindows())
                throw CommandFailure.Usage("Silos cannot be stopped and continued on Windows", "Use Linux or macOS");
            var resolved = ScenarioCatalogue.Load(
                parsed.GetValue(scenario)!, RunOptions.Settings(parsed.GetValue(set)));
            var drawn = parsed.GetValue(seed);
            var folder = parsed.GetValue(output)
                ?? RunFolders.Fresh("chaos", $"{RunFolders.Slug(resolved.Name)}-{drawn}");
            var kinds = Kinds(parsed.GetValue(blows));
            using var wires = kinds.Contains(BlowKind.Cut) ? new Wires() : null;
            var request = new OrdealRequest(
                resolved, drawn, parsed.GetValue(minutes),
                new ClusterPlan(folder, parsed.GetValue(silos))
                {
                    Store = parsed.GetValue(storage) == "postgres"
                        ? ClusterAddress.PostgresOfEnvironment("--storage postgres") : null,
                    ServiceId = $"chaos-{Guid.NewGuid():N}",
                    SurvivesPowerLoss = parsed.GetValue(outlives) == "power-cut",
                    Commits = Enum.Parse<Contracts.Hosting.Commits>(parsed.GetValue(commits)!, ignoreCase: true),
                    Attached = true,
                    RestartsLost = true,
                    Wires = wires,
                    Clocks = kinds.Contains(BlowKind.Clock) ? RequireClocks() : null,
                },
                BlowPlan.Draw(drawn, parsed.GetValue(minutes), kinds, parsed.GetValue(most) ?? int.MaxValue));
            Action<string> tell = session.Quiet ? _ => { } : session.Terminal.Error.WriteLine;
            tell($"The plan of seed {drawn}, {request.Plan.Length} blows:");
            foreach (var blow in request.Plan) tell($"  {blow}");
            var ordeal = new Ordeal(request, tell);
            session.Resume = $"A plan begins with its first blow; strike by it again: {Again(parsed)}";
            using var telling = limit.Register(() => session.Reached = ordeal.Standing);
            var report = await ordeal.Run(limit);
            return new Outcome(report, page => OrdealView.Write(page, report))
            {
                Failure = report.Held ? null : new CommandFailure(
                    "did_not_hold", $"{report.FailedRuns} of {report.Runs.Length} runs went wrong",
                    $"Strike again with --seed {drawn}; the silos' logs are kept", folder),
            };
        }
    }

    /// <summary>The same strokes on the same scenario; its silos are others, in a folder of their own.</summary>
    private static string Again(ParseResult parsed)
    {
        var words = parsed.Tokens.Select(token => RunCommand.Quoted(token.Value)).ToList();
        if (words.IndexOf("--out") is var at and >= 0) words.RemoveRange(at, 2);
        return string.Join(' ', words.Prepend("federation"));
    }

    private static SiloClocks RequireClocks() => SiloClocks.Find() ?? throw CommandFailure.Usage(
        "Clocks of silos jump only where libfaketime is installed",
        "Install it (on Debian: apt-get install faketime), or leave 'clock' out of --blows");

    private static ImmutableArray<BlowKind> Kinds(string[]? asked)
    {
        // These two need Linux, and the last a library.
        if (asked is not { Length: > 0 })
            return [.. Enum.GetValues<BlowKind>().Where(kind => kind is not (BlowKind.Cut or BlowKind.Clock))];
        var words = asked.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (words.FirstOrDefault(word => !Words.Contains(word)) is { } unknown)
            throw CommandFailure.Usage(
                $"'{unknown}' is no blow", Nearest.Suggest(unknown, Words, $"Write one of {string.Join(", ", Words)}"));
        if (!OperatingSystem.IsLinux() && words.FirstOrDefault(word => word is "cut" or "clock") is { } there)
            throw CommandFailure.Usage($"'{there}' is a blow on Linux only", "Leave it out of --blows");
        return [.. words.Select(word => (BlowKind)Words.IndexOf(word)).Distinct()];
    }
}
