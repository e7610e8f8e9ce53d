using Federation.Cli.Runs;
using Federation.Governance.Circles;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Records;
using Federation.Storage.Runs;

namespace Federation.Cli.Engine;

/// <summary>Reads a run again: from its store if it has one, or by running its scenario again.</summary>
internal static class RunReading
{
    public static async Task<CircleReport> Show(ShowRequest request, CancellationToken stop)
    {
        var record = request.Directory.Read();
        var world = Worlds.Open(record.Resolved());
        var id = new CircleId(request.Circle);
        world.Plan.Find(id);
        var seals = request.Directory.ReadSeals();
        var source = await Source(request.Directory, record, world, request.Store, stop);
        return await new CircleShowing(world, source, seals.IsEmpty ? 0 : seals[^1].Day).Of(id, stop);
    }

    /// <summary>All minutes, in the order things happened.</summary>
    public static IEnumerable<MinuteLine> Events(IEnumerable<RecordedCircle> circles, World world) =>
        Chronicle.Lines(circles, world);

    /// <summary>What became of every matter in every circle.</summary>
    public static IEnumerable<CircleRow> CircleRows(IReadOnlyCollection<RecordedCircle> circles, World world) =>
        CircleTable.Rows(circles, world);

    /// <summary>The run's record: its store's, or made again.</summary>
    /// <param name="store">Where the reader says it is kept; null where the record's own word will do.</param>
    public static async Task<RecordSource> Source(
        RunDirectory directory, RunRecord record, World world, string? store, CancellationToken stop) =>
        RunStore.Of(directory, record, store) is { } run
            ? new StoredRecord(run)
            : await Task.Run(() => ReplayedRecord.Of(world, stop), stop);
}
