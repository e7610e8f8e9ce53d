using Federation.Governance.Federating;
using Federation.Storage.Records;
using Federation.Storage.Sql;

namespace Federation.Storage.Verifying;

/// <summary>Recomputes a run's record and holds it against the seals kept outside of it.</summary>
public static class Verification
{
    /// <summary>Recomputes every payload of a stored run.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<Verified> OfStoreAsync(
        StoredRun run, Exported exported, Depth depth, CancellationToken stop = default) =>
        await OfRowsAsync(
            () => run.Rows(stop), await run.Register(stop), run.RunKey, exported, depth, stop);

    /// <param name="rows">The run's rows, in the byte order of their paths; may be read twice.</param>
    public static async Task<Verified> OfRowsAsync(
        Func<IAsyncEnumerable<StoredRow>> rows, StoredState? register, string runKey, Exported exported,
        Depth depth, CancellationToken stop = default)
    {
        var told = CheckedRegister.Of(register, exported);
        var scan = await Scan.OfAsync(rows(), told, runKey, exported);
        var found = await Judge(rows, scan, told, runKey, exported, depth, stop);
        return new Verified(scan.Circles, scan.Entries, scan.Unsealed, scan.Seal, found, "store")
        {
            AnswersCompared = depth.Repeats(exported.World),
        };
    }

    /// <summary>For a run that stored nothing: runs its scenario again and compares the seals.</summary>
    public static Verified OfReplay(Exported exported, CancellationToken stop = default)
    {
        var replayed = ReplayedRecord.Of(exported.World, stop);
        var last = exported.Seals.IsEmpty ? -1 : exported.Seals[^1].Cycle;
        var (entries, unsealed) = (0L, 0L);
        foreach (var circle in replayed.All())
        {
            entries += circle.Entries.Count;
            unsealed += circle.Entries.Count(entry => entry.Cycle > last);
        }

        return new Verified(
            replayed.Circles.Count, entries, unsealed, $"{replayed.Register.RootSeal}",
            OtherSeal(replayed.Register, exported), "replayed");
    }

    private static Break? OtherSeal(Register register, Exported exported)
    {
        for (var i = 0; i < exported.Seals.Length; i++)
        {
            var seal = exported.Seals[i];
            if (i >= register.Seals.Length || !Exported.Same(seal, register.Seals[i]))
                return new Break(seal.Scope, -1, i >= register.Seals.Length
                    ? $"a seal of cycle {seal.Cycle} was exported, but the scenario has no such cycle"
                    : $"the scenario, run again, gives another seal for cycle {seal.Cycle} than was exported");
        }

        return null;
    }

    private static async Task<Break?> Judge(
        Func<IAsyncEnumerable<StoredRow>> rows, Scan scan, CheckedRegister register, string runKey,
        Exported exported, Depth depth, CancellationToken stop)
    {
        if (scan.Circles == 0) return new Break(exported.Root, -1, $"nothing of the run '{runKey}' is in the store");
        if (scan.IsFork) return new Break(
            exported.Root, -1, "the store is not this run's: "
            + (register.Why.Length > 0 ? register.Why : "its seals are bound to another scenario or seed"));
        if (register.Standing == Standing.Behind && !scan.IsAtTheEnd) return new Break(
            exported.Root, -1, $"the store was rolled back to the end of cycle {register.CycleEnded}; "
            + $"seals up to cycle {exported.Seals[^1].Cycle} were exported");

        var finished = register.Register is not { Pending: not null };
        if (scan.Faults.Any)
        {
            var first = scan.Faults.First;
            if (!depth.Explains(exported.World) || !finished) return new Break(first.Circle, -1, first.Why);
            var replayed = ReplayedRecord.Of(exported.World, stop);
            return await new Comparison(exported, runKey, replayed, scan.Faults).FirstAsync(rows())
                ?? new Break(first.Circle, -1, first.Why);
        }

        if (register.Why.Length > 0) return new Break(exported.Root, -1, register.Why);
        if (register.Standing == Standing.Behind) return new Break(
            exported.Root, -1, $"the register was rolled back to the end of cycle {register.CycleEnded}");
        return depth.Repeats(exported.World)
            ? RegisterAnswers(register, ReplayedRecord.Of(exported.World, stop)) : null;
    }

    private static Break? RegisterAnswers(CheckedRegister register, ReplayedRecord replayed)
    {
        for (var i = 0; i < register.Answers.Length; i++)
        {
            var given = replayed.Answers[i];
            if (!register.Answers[i].Encode().AsSpan().SequenceEqual(given.Answer.Encode()))
                return new Break(given.Circle.Path, -1,
                    $"the register keeps an answer of cycle {given.Cycle} that the circle did not give");
        }

        return null;
    }
}
