using System.CommandLine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Governance.Chance;
using Federation.Governance.Counting;
using Federation.Storage.Balloting;

namespace Federation.Cli.Commands;

/// <summary><c>federation elect FILE --method M</c></summary>
internal static class ElectCommand
{
    private const string AllMethods = "all";

    /// <summary>From how many candidates on some methods take seconds.</summary>
    private const int Slow = 1_000;

    private static readonly (string Word, Unranked Meaning)[] Unrankeds =
        [("below", Unranked.Below), ("uncompared", Unranked.NotCompared)];

    private static readonly (string Word, Overvotes Meaning)[] Overvoteds =
        [("equal", Overvotes.Equal), ("exhaust", Overvotes.Exhaust), ("skip", Overvotes.Skip)];

    private static readonly (string Word, Skipped Meaning)[] Skippeds =
        [("pass", Skipped.Pass), ("exhaust", Skipped.Exhaust), ("exhaust-at-two", Skipped.ExhaustAtTwo)];

    private static readonly (string Word, Approving Meaning)[] Approvings =
        [("mean", Approving.Mean), ("ranked", Approving.Ranked)];

    private static readonly (string Word, Cells Meaning)[] CellKinds = [("ranks", Cells.Ranks),
        ("scores", Cells.Scores)];

    private static readonly (string Word, BallotFormat? Meaning)[] Formats =
    [
        ("auto", null), ("preflib", BallotFormat.PrefLib), ("blt", BallotFormat.Blt), ("debian", BallotFormat.Debian),
        ("csv", BallotFormat.Csv),
    ];

    public static Command Create(Reporting reporting)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Ballots: PrefLib (soc, soi, toc, toi), BLT, a Debian tally sheet, or CSV.",
        };
        var methods = new Option<string[]>("--method", "-m")
        {
            Description = $"One or more of {string.Join(", ", CountingRules.All.Select(rule => rule.Name))}; or all.",
            HelpName = "M",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [AllMethods],
        };
        var unranked = Choice("--unranked", "Candidates a ballot does not rank: below all it ranks, or uncompared.",
            Unrankeds);
        var overvotes = Choice(
            "--overvotes", "Several in one place: equal, or the ballot ends there, or the place is passed over.",
                Overvoteds);
        var skipped = Choice(
            "--skipped", "An empty place: passed over, or the ballot ends there, or at two in a row.", Skippeds);
        var approve = Choice(
            "--approve", "Whom a ranking approves: all of at least its mean of points, or all it ranks.", Approvings);
        var cells = Choice("--cells", "In a CSV with a column per candidate, what its cells are.", CellKinds);
        var format = Choice("--format", "What the file is; told by its name or its lines when left out.", Formats);
        var seed = new Option<ulong>("--seed") { Description = "Of the lot, the last link of the chain of ties.",
            HelpName = "N" };
        var command = new Command("elect",
            "Count real ballots by any method, with rounds, ties and the pairwise matrix.")
        {
            file, methods, unranked, overvotes, skipped, approve, cells, format, seed,
        };
        return reporting.Reads(
            command, "elect", "federation elect docs/examples/burlington-2009.blt --method all",
            async (parsed, session, limit) =>
        {
            var path = parsed.GetValue(file)!;
            var rules = Rules(parsed.GetValue(methods)!);
            var marking = new Marking(Meaning(Overvoteds, parsed.GetValue(overvotes)!),
                Meaning(Skippeds, parsed.GetValue(skipped)!));
            var election = BallotFile.Read(
                path, marking, Meaning(CellKinds, parsed.GetValue(cells)!), Meaning(Formats, parsed.GetValue(format)!),
                limit);
            ElectLimits.Check(path, rules, election.Candidates.Length);
            limit.ThrowIfCancellationRequested();
            var conventions = new ElectConventions(
                parsed.GetValue(unranked)!, parsed.GetValue(overvotes)!, parsed.GetValue(skipped)!,
                parsed.GetValue(approve)!, parsed.GetValue(seed));
            var poll = new Poll(election.Ballots, Lots(election, conventions.Seed), new Convention(
                Meaning(Unrankeds, conventions.Unranked), Meaning(Approvings, conventions.Approve)));
            using var progress = election.Candidates.Length > ElectReport.Many
                ? ProgressView.For(session, TimeProvider.System) : null;
            var counted = new List<ElectMethod>();
            foreach (var rule in rules)
            {
                progress?.Report(new RunProgress(Phase(rule, election), counted.Count, rules.Length, 0, 0)
                {
                    What = "methods",
                });
                counted.Add(await Task.Run(() => ElectMethod.Of(rule, rule.Count(poll), election.Candidates), limit));
                limit.ThrowIfCancellationRequested();
            }

            var report = ElectReport.Of(path, election, poll, conventions, counted);
            return new Outcome(report, page => ElectView.Write(page, report));
        });
    }

    private static Option<string> Choice<T>(string name, string description, (string Word, T)[] choices)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description} ({string.Join(", ", choices.Select(one => one.Word))})",
            HelpName = name.TrimStart('-').ToUpperInvariant(),
            DefaultValueFactory = _ => choices[0].Word,
        };
        string[] words = [.. choices.Select(one => one.Word)];
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !words.Contains(result.Tokens[0].Value))
                result.AddError($"{name} is {string.Join(" or ", words)}, not '{result.Tokens[0].Value}'");
        });
        return option;
    }

    private static T Meaning<T>((string Word, T Meaning)[] choices, string word) =>
        choices.Single(one => one.Word == word).Meaning;

    private static ICountingRule[] Rules(string[] asked)
    {
        string[] names = [.. asked.SelectMany(one => one.Split(',', StringSplitOptions.TrimEntries))];
        if (names.Contains(AllMethods)) return [.. CountingRules.All];
        return [.. names.Select(name => CountingRules.Find(name) ?? throw CommandFailure.Usage(
            $"There is no method '{name}'",
            $"Take one of {string.Join(", ", CountingRules.All.Select(rule => rule.Name))}; or all"))];
    }

    /// <summary>Says beforehand what takes long: beat paths and rounds of elimination grow with the cube and the square
    /// of how many candidates there are.</summary>
    private static string Phase(ICountingRule rule, Election election) =>
        $"counting {election.Candidates.Length:#,0} candidates by {rule.Name}"
        + (election.Candidates.Length < Slow ? "" : rule switch
        {
            Schulze => ", which takes time with the cube of their number",
            InstantRunoff or Coombs => ", which takes a round for each",
            _ => "",
        });

    /// <summary>Drawn by name, so that the order of candidates in the file does not matter.</summary>
    private static TieChain Lots(Election election, ulong seed)
    {
        var dice = new Dice(seed, 0);
        return new TieChain(
            [.. election.Candidates.Select(name => dice.Words(0, Keys.Of(name), 0, 0, Purpose.Tie).A)], []);
    }
}
