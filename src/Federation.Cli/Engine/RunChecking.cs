using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;
using Federation.Storage.Verifying;

namespace Federation.Cli.Engine;

/// <summary>Recomputes a run's record, and says what of it is sealed.</summary>
internal static class RunChecking
{
    /// <exception cref="CommandFailure">There is nothing to verify yet, or the store cannot be read.</exception>
    public static async Task<VerifyReport> Verify(VerifyRequest request, CancellationToken stop)
    {
        var (directory, record) = (request.Directory, request.Directory.Read());
        var world = Worlds.Open(record.Resolved());
        var exported = new Exported(world, ResolvedScenario.ToJson(world.Scenario), directory.ReadSeals());
        var stored = RunStore.Of(directory, record, request.Store);
        if (IsUnended(record, exported) && (stored is null || await IsEmpty(stored, stop))) throw new CommandFailure(
            "unfinished_run", "The run has neither stored nor sealed anything, so there is nothing to verify",
            $"Let it come to its end: --resume --out {directory.Path}", directory.Path, ExitCode.NotVerifiable);
        var found = stored is { } run
            ? await OfStore(run, exported, request.Deep ? Depth.Whole : Depth.Usual, stop)
            : await Task.Run(() => Verification.OfReplay(exported, stop), stop);
        var broken = found.FirstBreak ?? Apart(record, exported) ?? Apart(request.Seal, found, exported);
        return new VerifyReport(
            found.Circles, found.Entries, found.Unsealed, found.Seal,
            broken is null ? null : new BreakReport(broken.Circle, broken.Entry, broken.Why))
        {
            How = found.How, AnswersCompared = found.AnswersCompared, Sealed = exported.Last is not null,
            Compared = request.Seal is not null,
        };
    }

    /// <summary>A run that is to have a seal has one in run.json too.</summary>
    private static bool IsUnended(RunRecord record, Exported exported) =>
        exported.Seals.IsEmpty && record is { Seal.Length: 0, State: not "finished" };

    private static async Task<bool> IsEmpty(StoredRun run, CancellationToken stop)
    {
        if (await StoreSchema.VersionOfAsync(run.Store, stop) == 0) return true;
        await foreach (var _ in run.Rows(stop)) return false;
        return true;
    }

    private static Break? Apart(RunRecord record, Exported exported) =>
        exported.Last is not { } last
            ? IsUnended(record, exported) ? null : new Break(
                exported.Root, -1, "the exported seals are gone: seals.jsonl has none of the root")
            : record.Seal.Length > 0 && record.Seal != last.Seal ? new Break(
                exported.Root, -1, "run.json and the last line of seals.jsonl have different seals")
            : null;

    private static Break? Apart(string? published, Verified found, Exported exported)
    {
        if (published is null || published == found.Seal) return null;
        var older = exported.Seals.LastOrDefault(seal => seal.Scope == exported.Root && seal.Seal == published);
        return new Break(exported.Root, -1, $"the seal you gave is {published}, "
            + (older is null ? "" : $"which was the run's after cycle {older.Cycle}; ") + $"the run's is {found.Seal}");
    }

    private static async Task<Verified> OfStore(StoredRun run, Exported exported, Depth depth, CancellationToken stop)
    {
        try
        {
            return await Verification.OfStoreAsync(run, exported, depth, stop);
        }
        catch (StoreException unread) when (unread.Fault
            is StoreFault.Missing or StoreFault.Damaged or StoreFault.NotADatabase or StoreFault.IsDirectory)
        {
            throw new CommandFailure(
                "not_verifiable", $"{unread.What}, so the record cannot be read to its end: {unread.Why}",
                "Take the store from a backup, or run the scenario again to compare: federation replay", unread.Where,
                ExitCode.NotVerifiable, unread);
        }
    }
}
