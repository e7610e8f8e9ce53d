using System.Collections.Immutable;
using Federation.Society.Breakers;
using Federation.Society.People;

namespace Federation.Cli.Runs;

/// <summary>Who would have opened which breakers in the storm after the run, and at what price.</summary>
/// <param name="Limit">The limit decided, a hazard index 0..1.</param>
/// <param name="AllClosed">Expected ignitions with every line closed.</param>
/// <param name="RoutineSaidi">Hours without supply per customer in a year without the storm.</param>
public sealed record BreakerReport(
    double Limit, double StorageHours, double AllClosed, long Customers, int Feeders, int Areas,
    double RoutineSaidi, double RoutineSaifi, ImmutableArray<BreakerWayReport> Ways,
    ImmutableArray<BreakEvenRow> BreakEven)
{
    public static BreakerReport? Of(World world, BreakerOutcome? storm) => storm is null ? null : new BreakerReport(
        storm.Limit, storm.StorageHours, storm.AllClosed, storm.Customers, storm.Feeders, storm.Areas,
        storm.Routine.Saidi, storm.Routine.Saifi,
        [.. storm.Rows.Select(row => BreakerWayReport.Of(row, storm.Routine.Saidi))], BreakEvens.Of(world, storm));
}

/// <summary>One way of deciding.</summary>
/// <param name="Saidi">Of the storm, hours per customer; <paramref name="SaidiYear"/> with a year's routine.</param>
/// <param name="AtEqualRisk">Customer-hours where every way leaves the same risk; null for a way without a
/// limit that could be moved, or that decides when the storm has begun; as is <paramref name="AtEqualHours"/>.</param>
/// <param name="AtEqualHours">Share of the risk left where every way costs the same customer-hours.</param>
public sealed record BreakerWayReport(
    string Who, string How, int Opened, double CustomerHours, double ResidualRisk, double Ignitions, double Saidi,
    double Saifi, double Caidi, double SaidiYear, double Gini, double WorstDecile, double? AtEqualRisk,
    double? AtEqualHours, double DecisionHours, double Late, double PersonHours)
{
    public static BreakerWayReport Of(BreakerRow row, double routine) => new(
        Word(row.Allocation), Word(row.Deciding), row.ByLimit.Opened, row.ByLimit.CustomerHours,
        row.ByLimit.ResidualRisk, row.ByLimit.Ignitions, row.ByLimit.Saidi, row.ByLimit.Saifi, row.ByLimit.Caidi,
        routine + row.ByLimit.Saidi, row.ByLimit.Gini, row.ByLimit.WorstDecile,
        IsMovable(row) ? row.AtEqualRisk.CustomerHours : null, IsMovable(row) ? row.AtEqualHours.ResidualRisk : null,
        row.DecisionHours, row.Late, row.PersonHours);

    private static bool IsMovable(BreakerRow row) => row.Late <= 0 && row.Allocation != Allocation.WithoutLimit;

    private static string Word(Allocation allocation) => allocation switch
    {
        Allocation.ByArea => "utility, by county",
        Allocation.ByRecords => "utility, by feeder",
        Allocation.WithinLimit => "feeders, within the limit",
        Allocation.WithinLimitOwnStorage => "feeders, limit and own storage",
        Allocation.WithoutLimit => "feeders, without a limit",
        _ => "utility, with the circles' data",
    };

    private static string Word(Deciding deciding) => deciding switch
    {
        Deciding.AtOnce => "at once",
        Deciding.CircleMeets => "consent in the circle",
        _ => "consent of all levels",
    };
}
