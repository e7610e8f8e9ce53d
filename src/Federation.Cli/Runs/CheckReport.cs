using System.Collections.Immutable;
using Federation.Check;

namespace Federation.Cli.Runs;

/// <summary>What was expected beside what came out.</summary>
/// <param name="Passed">How many rows are ok.</param>
internal sealed record CheckReport(string Effort, double Seconds, int Passed, ImmutableArray<CheckLine> Rows)
{
    public static CheckReport Of(Effort effort, double seconds, IReadOnlyList<CheckRow> rows) => new(
        effort == Check.Effort.Full ? "full" : "quick", Math.Round(seconds, 1), rows.Count(row => row.Ok),
        [.. rows.Select(row => new CheckLine(
            row.Id, Word(row.Group), row.Setting, row.Expected, row.Measured, row.Tolerance, row.Ok, row.Source))]);

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
