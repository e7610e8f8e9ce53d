using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>An election, method by method, with every round.</summary>
internal static class ElectView
{
    /// <summary>How many rounds stand side by side in one table.</summary>
    private const int RoundsAcross = 8;

    private const int PairwiseAcross = 12;

    /// <summary>Of more rounds than this a person sees the first and the last table.</summary>
    private const int RoundsMost = 24;

    /// <summary>Of more candidates than this a person sees those who stand best.</summary>
    private const int RowsMost = 60;

    private const int TiesMost = 30;

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
        int[][] tables = [.. Enumerable.Range(0, method.Rounds.Count).Chunk(RoundsAcross)];
        if (method.Rounds.Count <= RoundsMost)
            foreach (var rounds in tables) Rounds(page, told, method, rounds);
        else
        {
            var last = Enumerable.Range(method.Rounds.Count - RoundsAcross, RoundsAcross).ToArray();
            Rounds(page, told, method, tables[0]);
            page.Line($"{Say.Count(last[0] - RoundsAcross, "round", "rounds")} between, {RoundsAcross + 1:#,0} to "
                + $"{last[0]:#,0}, are left out here; --json has all.");
            Rounds(page, told, method, last);
        }

        foreach (var tie in method.Ties.Take(TiesMost))
            page.Line($"Round {tie.Round}: {Among(tie.Among)} tied for {tie.For}; "
                + $"{tie.By} chose {tie.Chosen}.");
        if (method.Ties.Length > TiesMost)
            page.Line($"{Say.Count(method.Ties.Length - TiesMost, "further tie", "further ties")}: --json has all.");
    }

    private static void Rounds(Page page, ElectReport told, ElectMethod method, int[] rounds)
    {
        var tallies = rounds.Select(round => method.Rounds[round]).ToArray();
        var lasts = rounds.Select(round => method.LastPlaces?[round]).ToArray();
        string Cell(int at, string name) => !tallies[at].TryGetValue(name, out var tally) ? ""
            : $"{tally:#,0.##}" + (lasts[at] is { } last ? $" ({last[name]:#,0.##})" : "")
                + (method.Eliminated[rounds[at]] == name ? " out" : "");
        var rows = told.Candidates.Where(name => tallies.Any(round => round.ContainsKey(name)))
            .OrderByDescending(name => tallies.Count(round => round.ContainsKey(name)))
            .ThenByDescending(name => tallies.Last(round => round.ContainsKey(name))[name])
            .ToArray();
        IReadOnlyList<string>[] exhausted = method.Exhausted.Any(count => count > 0)
            ? [["(exhausted)", .. rounds.Select(round => $"{method.Exhausted[round]:#,0}")]] : [];
        page.Table(["", .. rounds.Select(round => method.Rounds.Count == 1 ? "tally" : $"round {round + 1}")],
            [.. rows.Take(RowsMost).Select(name => (IReadOnlyList<string>)
                [name, .. rounds.Select((_, at) => Cell(at, name))]), .. exhausted]);
        if (rows.Length > RowsMost)
            page.Line($"The best {RowsMost} of {rows.Length:#,0} candidates; --json has all.");
    }

    private static string Among(ImmutableArray<string> tied) => tied.Length <= RoundsMost ? string.Join(", ", tied)
        : $"{string.Join(", ", tied.Take(RoundsAcross))} and {tied.Length - RoundsAcross:#,0} more";

    private static void Pairwise(Page page, ElectReport told)
    {
        if (told.Pairwise is not { } pairs || told.Candidates.Length is 1 or > PairwiseAcross) return;
        page.Heading("Head to head: ballots with the row above the column");
        page.Table(["", .. told.Candidates], [.. told.Candidates.Select(row => (IReadOnlyList<string>)
            [row, .. told.Candidates.Select(column => row == column ? "-" : $"{pairs[row][column]:#,0}")])]);
    }
}
