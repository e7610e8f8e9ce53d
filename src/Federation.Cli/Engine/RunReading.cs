using Federation.Cli.Runs;
using Federation.Governance.Circles;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;
using Federation.Storage.Verifying;

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
        var source = await Source(request.Directory, record, world, stop);
        return await new CircleShowing(world, source, seals.IsEmpty ? 0 : seals[^1].Day).Of(id, stop);
    }

    public static async Task<VerifyReport> Verify(VerifyRequest request, CancellationToken stop)
    {
        var record = request.Directory.Read();
        var world = Worlds.Open(record.Resolved());
        var exported = new Exported(
            world, ResolvedScenario.ToJson(world.Scenario), request.Directory.ReadSeals());
        var found = Stored(request.Directory, record) is { } run
            ? await Verification.OfStoreAsync(run, exported, request.Deep ? Depth.Whole : Depth.Usual, stop)
            : await Task.Run(() => Verification.OfReplay(exported, stop), stop);
        if (found.FirstBreak is null && record.Seal.Length > 0 && record.Seal != exported.Last?.Seal)
            found = found with
            {
                FirstBreak = new Break(exported.Root, -1, exported.Last is null
                    ? "the exported seals are gone: seals.jsonl has none of the root"
                    : "run.json and the last line of seals.jsonl have different seals"),
            };
        return new VerifyReport(
            found.Circles, found.Entries, found.Unsealed, found.Seal,
            found.FirstBreak is { } broken ? new BreakReport(broken.Circle, broken.Entry, broken.Why) : null)
        {
            How = found.How, AnswersCompared = found.AnswersCompared,
        };
    }

    /// <summary>All minutes, in the order things happened.</summary>
    public static IEnumerable<MinuteLine> Events(IEnumerable<RecordedCircle> circles, World world) =>
        Chronicle.Lines(circles, world);

    /// <summary>What became of every matter in every circle.</summary>
    public static IEnumerable<CircleRow> CircleRows(IReadOnlyCollection<RecordedCircle> circles, World world) =>
        CircleTable.Rows(circles, world);

    /// <summary>The run's record: its store's, or made again.</summary>
    public static async Task<RecordSource> Source(
        RunDirectory directory, RunRecord record, World world, CancellationToken stop) =>
        Stored(directory, record) is { } run
            ? new StoredRecord(run)
            : await Task.Run(() => ReplayedRecord.Of(world, stop), stop);

    /// <summary>Where the run's rows are; null when it stored nothing. A store in the run's own
    /// folder is found there even after the folder was moved or copied.</summary>
    public static StoredRun? Stored(RunDirectory directory, RunRecord record)
    {
        if (record.Store.Length == 0) return null;
        var store = StoreAddress.Parse(record.Store);
        if (store is StoreAddress.Sqlite file && Path.GetFileName(file.Path) == Path.GetFileName(directory.StoreFile)
            && File.Exists(directory.StoreFile)) store = new StoreAddress.Sqlite(directory.StoreFile);
        // run.json holds no password; whoever has one says it again.
        var named = Environment.GetEnvironmentVariable("FEDERATION_STORE");
        if (store is StoreAddress.Postgres && named is { Length: > 0 }) store = StoreAddress.Parse(named);
        return new StoredRun(store, record.ServiceId, record.RunKey);
    }
}
