using System.Collections.Immutable;
using Federation.Check;

namespace Federation.Cli.Runs;

/// <summary>What was expected beside what came out.</summary>
/// <param name="Passed">How many rows are ok.</param>
/// <param name="Planned">How many were to be taken; more than there are when it was broken off.</param>
/// <param name="NotHeld">What sources say beside these rows, and no row holds.</param>
internal sealed record CheckReport(
    string Effort, double Seconds, int Passed, int Planned, ImmutableArray<CheckLine> Rows,
    ImmutableArray<NotHeld> NotHeld)
{
    public static CheckReport Of(Effort effort, double seconds, int planned, IReadOnlyList<CheckRow> rows) => new(
        effort == Check.Effort.Full ? "full" : "quick", Math.Round(seconds, 1), rows.Count(row => row.Ok), planned,
        [.. rows.Select(row => new CheckLine(
            row.Id, Word(row.Group), row.Setting, row.Expected, row.Measured, row.Tolerance, row.Ok, row.Source))],
        [.. Check.NotHeld.All.Where(one => rows.Any(row => row.Id == one.Id
            || (one.Id.Length == 0 && row.Group == RowGroup.Pattern)))]);

    private static string Word(RowGroup group) => group switch
    {
        RowGroup.KnownAnswer => "known answers",
        RowGroup.Pattern => "patterns",
        _ => "reproducibility",
    };
}

/// <summary>One row; expected and measured are numbers or words.</summary>
internal sealed record CheckLine(
    string Id, string Group, string Setting, object Expected, object Measured, double Tolerance, bool Ok,
        string Source);
