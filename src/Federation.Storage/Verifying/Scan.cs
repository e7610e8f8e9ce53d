using Federation.Governance.Logbooks;
using Federation.Storage.Records;

namespace Federation.Storage.Verifying;

/// <summary>One pass over all rows of a run: counts, and everything that does not agree.</summary>
internal sealed class Scan
{
    private long _rows;
    private long _sealsFailing;

    public Faults Faults { get; } = new();
    public long Circles { get; private set; }
    public long Entries { get; private set; }
    public long Unsealed { get; private set; }

    /// <summary>The root's seal as stored; empty when it cannot be read.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>Whether no row's seal can be recomputed: they are bound to another genesis.</summary>
    public bool IsFork => _rows > 1 && _sealsFailing == _rows;

    /// <summary>Whether the root has the last exported seal.</summary>
    public bool IsAtTheEnd { get; private set; }

    public static async Task<Scan> OfAsync(
        IAsyncEnumerable<StoredRow> rows, CheckedRegister register, string runKey, Exported exported)
    {
        var unfinished = register.Register is { Pending: not null };
        var scan = new Scan();
        var check = new RowCheck(exported, runKey);
        var chain = new SealChain(exported, scan.Faults, unfinished);
        chain.Begin(RootSeal(register, exported));
        var last = exported.Seals.IsEmpty ? -1 : exported.Seals[^1].Cycle;
        await foreach (var row in rows)
        {
            var found = check.Of(row, unfinished);
            scan.Count(row, found, last);
            scan.Note(row, found, runKey, exported);
            chain.Take(found);
            if (found.Path == exported.Root && found.Circle is { } root) scan.Seal = root.Seal.ToString();
        }

        chain.End();
        scan.IsAtTheEnd = scan.Seal == exported.Last?.Seal;
        return scan;
    }

    /// <summary>What the root's seal must be: the exported one, or the register's if the run went on.</summary>
    private static Digest? RootSeal(CheckedRegister register, Exported exported)
    {
        if (register.Standing is Standing.Ahead && register.Register is { Pending: null } ended) return ended.RootSeal;
        if (register.Standing is Standing.Ahead) return null;
        return exported.Last is { } last ? Digest.Parse(last.Seal) : null;
    }

    private void Count(StoredRow row, CheckedRow found, int lastCycle)
    {
        if (row.State is null) return;
        _rows++;
        if (found.SealFails) _sealsFailing++;
        Circles++;
        if (found.Circle is not { } circle) return;
        Entries += circle.Logbook.Entries;
        if (circle.Cycle > lastCycle) Unsealed += UnsealedOf(row, circle.Logbook, lastCycle);
    }

    /// <summary>Entries of later cycles are the newest, so older pages need not be read.</summary>
    private static long UnsealedOf(StoredRow row, Logbook logbook, int lastCycle)
    {
        long unsealed = logbook.Open.Count(entry => entry.Cycle > lastCycle);
        for (var i = row.Pages.Count - 1; i >= 0 && row.Pages[i].TryRead() is { } page; i--)
        {
            var newer = page.Entries.Count(entry => entry.Cycle > lastCycle);
            if (page.Number < logbook.Pages) unsealed += newer;
            if (newer == 0) break;
        }

        return unsealed;
    }

    private void Note(StoredRow row, CheckedRow found, string runKey, Exported exported)
    {
        if (found.Why.Length == 0) return;
        var circle = found.Path ?? Misplaced(row, exported) ?? row.PathIn(runKey) ?? row.Key;
        var isStray = row.State is null || (found.Path is null && Misplaced(row, exported) is null);
        Faults.Add(isStray ? Rank.Stray : Rank.Row, circle, found.Why);
    }

    /// <summary>The planned circle whose state lies under a key that is no circle's.</summary>
    private static string? Misplaced(StoredRow row, Exported exported)
    {
        if (row.State is not { } state) return null;
        try
        {
            var id = Governance.Circles.Circle.Decode(state.Payload.Span).Id;
            return exported.World.Plan.TryFind(id)?.Id.Path;
        }
        catch (MalformedEncodingException)
        {
            return null;
        }
    }
}
