using System.Collections.Immutable;
using Federation.Society.Measures;
using Federation.Society.Runs;
using Federation.Storage.Runs;

namespace Federation.Cli.Studies;

/// <summary>Which circle decided each matter, where that is not the same under all settings compared.</summary>
/// <remarks>A matter goes to the circle whose domain covers it, and an earlier matter may change domains or texts in
/// force. Where a setting refuses or delays that one, a later matter climbs further, or less far.</remarks>
internal static class Owners
{
    private const int NamesMost = 4;

    /// <summary>A sentence about the first draw in which deciding circles lie at another depth under one setting than
    /// under another; "" where there is no such draw.</summary>
    /// <param name="measured">Each run's measures, by run.</param>
    public static string Differences(StudyPlan plan, ImmutableArray<double>[] measured)
    {
        var at = RunMeasures.IndexOf("decidedAt");
        var (cells, draws) = (plan.Cells.Length, plan.Draws.Length);
        var differing = Enumerable.Range(0, draws).Where(draw => Enumerable.Range(0, cells)
            .Any(cell => !measured[(draw * cells) + cell][at].Equals(measured[draw * cells][at]))).ToArray();
        if (differing.Length == 0) return "";
        var run = differing[0] * cells;
        var draw = plan.Draws[differing[0]];
        var decided = Enumerable.Range(0, cells).SelectMany(cell => Decisions(plan, run + cell).Select(one =>
            (plan.Cells[cell].Name, one.Id, one.Title, one.Circle)));
        var matters = decided.GroupBy(one => (one.Id, one.Title))
            .Where(matter => matter.Select(one => one.Circle).Distinct().Count() > 1)
            .Select(matter => $"matter {matter.Key.Id}, {matter.Key.Title}, by " + string.Join(" and by ",
                matter.GroupBy(one => one.Circle).Select(circle =>
                    $"{circle.Key} under {Names([.. circle.Select(one => one.Name)])}")));
        return "Not every matter was decided by the same circle under all settings, as what was decided before it "
            + $"differs, so hours and weeks do not compare rule with rule alone: {string.Join("; ", matters)} (seed "
            + $"{draw.Seed}, replication {draw.Replication}; so or otherwise in {differing.Length} of {draws} draws).";
    }

    private static ImmutableArray<DecisionOutcome> Decisions(StudyPlan plan, int run)
    {
        var reference = new Reference(Worlds.Open(plan.Scenario(run)));
        return Outcomes.Of(reference.World, reference.Run()).Decisions;
    }

    private static string Names(string[] names) => names.Length <= NamesMost ? string.Join(" / ", names)
        : $"{string.Join(" / ", names.Take(NamesMost))} and {names.Length - NamesMost} more";
}
