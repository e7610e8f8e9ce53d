using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>An election, method by method, with every round.</summary>
internal static class ElectView
{
    /// <summary>How many rounds stand side by side in one table.</summary>
    private const int RoundsAcross = 8;

    private const int PairwiseAcross = 12;

    public static void Write(Page page, ElectReport told)
    {
        page.Heading($"{told.Title}: {Say.Count(told.Candidates.Length, "candidate", "candidates")}, "
            + $"{Say.Count(told.Ballots, "ballot", "ballots")}.");
        page.Facts(
            ("format", told.Format), ("unranked", told.Conventions.Unranked), ("overvotes", told.Conventions.Overvotes),
            ("skipped ranks", told.Conventions.Skipped), ("approve", told.Conventions.Approve));
        foreach (var note in told.Notes) page.Line($"Note: {note}");

        page.Heading("Who wins");
        page.Table(["method", "winner", "settled by"], [.. told.Methods.Select(method => (IReadOnlyList<string>)
            [
                method.Method, method.Winner ?? "nobody: no one beats every other",
                method.Ties.Length == 0 ? "" : string.Join(", ", method.Ties.Select(tie => tie.By).Distinct()),
            ])]);
        if (told.Methods.Select(method => method.Winner).OfType<string>().Distinct().Count() > 1)
            page.Line("The same ballots, and the method decides who wins.");

        foreach (var method in told.Methods) Method(page, told, method);
        Pairwise(page, told);
    }

    private static void Method(Page page, ElectReport told, ElectMethod method)
    {
        page.Heading($"{method.Method}: {method.Winner ?? "nobody"} ({method.Counts})");
        for (var from = 0; from < method.Rounds.Length; from += RoundsAcross)
        {
            var rounds = Enumerable.Range(from, Math.Min(RoundsAcross, method.Rounds.Length - from)).ToArray();
            var rows = told.Candidates
                .Where(name => rounds.Any(round => method.Rounds[round].ContainsKey(name)))
                .OrderByDescending(name => rounds.Count(round => method.Rounds[round].ContainsKey(name)))
                .ThenByDescending(name => rounds.Where(round => method.Rounds[round].ContainsKey(name))
                    .Select(round => method.Rounds[round][name]).Last())
                .Select(name => (IReadOnlyList<string>)[name, .. rounds.Select(round => Cell(method, round, name))]);
            IReadOnlyList<string>[] exhausted = method.Exhausted.Any(count => count > 0)
                ? [["(exhausted)", .. rounds.Select(round => $"{method.Exhausted[round]:#,0}")]] : [];
            page.Table(["", .. rounds.Select(round => method.Rounds.Length == 1 ? "tally" : $"round {round + 1}")],
                [.. rows, .. exhausted]);
        }

        foreach (var tie in method.Ties)
            page.Line($"Round {tie.Round}: {string.Join(", ", tie.Among)} tied for {tie.For}; "
                + $"{tie.By} chose {tie.Chosen}.");
    }

    private static string Cell(ElectMethod method, int round, string name) =>
        !method.Rounds[round].TryGetValue(name, out var tally) ? ""
        : $"{tally:#,0.##}"
            + (method.LastPlaces?[round] is { } last ? $" ({last[name]:#,0.##})" : "")
            + (method.Eliminated[round] == name ? " out" : "");

    private static void Pairwise(Page page, ElectReport told)
    {
        if (told.Pairwise is not { } pairs || told.Candidates.Length is 1 or > PairwiseAcross) return;
        page.Heading("Head to head: ballots with the row above the column");
        page.Table(["", .. told.Candidates], [.. told.Candidates.Select(row => (IReadOnlyList<string>)
            [row, .. told.Candidates.Select(column => row == column ? "-" : $"{pairs[row][column]:#,0}")])]);
    }
}
