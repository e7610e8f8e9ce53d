using Federation.Check.Rows;

namespace Federation.Check;

/// <summary>All rows, and how they are taken.</summary>
public static class CheckRows
{
    public static IReadOnlyList<Row> All { get; } =
    [
        .. PowerRows.All, .. SocietyRows.All, .. ElectionRows.All, .. SpatialRows.All, .. OpinionRows.All,
        .. AdoptionRows.All, .. ConsentRows.All, .. GeometryRows.All, .. StructureRows.All, .. ChanceRows.All,
        .. PatternRows.All, .. SealRows.All,
    ];

    /// <summary>Takes every row, on all cores, in the order of the list.</summary>
    /// <param name="taken">Hears each row as it is taken; from several threads.</param>
    public static IReadOnlyList<CheckRow> Take(
        IReadOnlyList<Row> rows, Effort effort, CancellationToken limit, Action<CheckRow>? taken = null)
    {
        var found = new CheckRow[rows.Count];
        Parallel.For(0, rows.Count,
            new ParallelOptions { CancellationToken = limit, MaxDegreeOfParallelism = Environment.ProcessorCount },
            at =>
            {
                found[at] = rows[at].Take(effort);
                taken?.Invoke(found[at]);
            });
        return found;
    }
}
