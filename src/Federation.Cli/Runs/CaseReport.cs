using System.Collections.Immutable;
using Federation.Society.Cases;

namespace Federation.Cli.Runs;

/// <summary>A degenerate case found in a run, as documents and cases.jsonl show it.</summary>
/// <param name="Case">Its number in the catalogue (docs/guide/cases.md).</param>
/// <param name="Decision">The matter it befell; 0 for none.</param>
/// <param name="People">Who took part, in words.</param>
/// <param name="Cure">The setting that cures it, and why.</param>
public sealed record CaseReport(
    int Case, string Name, string Circle, int Day, int Decision, ImmutableArray<string> People, string What,
    string Cure)
{
    public static CaseReport Of(Finding found) => new(
        found.Case.Number, found.Case.Name, found.Circle.Path, found.Day, found.Decision, found.People, found.What,
        found.Case.Cure.ToString());
}
