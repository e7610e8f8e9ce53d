using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Storage.Records;

namespace Federation.Storage.Verifying;

/// <summary>What one row says, and whether it agrees with itself.</summary>
/// <param name="Path">The planned circle it is stored under; null when there is none.</param>
/// <param name="Circle">Null when the payload cannot be read or is another circle's.</param>
/// <param name="Why">What does not agree; empty when all does.</param>
/// <param name="SealFails">Whether it is its own seal it does not agree with.</param>
internal sealed record CheckedRow(string? Path, Circle? Circle, string Why, bool SealFails = false)
{
    public bool Ok => Circle is not null && Why.Length == 0;
}

/// <summary>Recomputes a row by itself: key, encoding, seal and logbook.</summary>
internal sealed class RowCheck(Exported exported, string runKey)
{
    public CheckedRow Of(StoredRow row, bool strayPages)
    {
        var path = row.PathIn(runKey);
        var planned = path is not null && CircleId.IsPath(path)
            ? exported.World.Plan.TryFind(new CircleId(path)) : null;
        var known = planned is null ? null : path;
        if (row.State is not { } state)
            return new CheckedRow(known, null, $"pages of a logbook are stored under '{row.Key}', but no circle");

        Circle circle;
        try
        {
            circle = Circle.Decode(state.Payload.Span);
        }
        catch (MalformedEncodingException bad)
        {
            return new CheckedRow(known, null, state.Payload.IsEmpty
                ? "its stored state was cleared"
                : $"its stored state was changed and is no state any more: {bad.Message.TrimEnd('.')}");
        }

        if (planned is null || circle.Id != planned.Id)
            return new CheckedRow(known, null, $"'{row.Key}' holds the state of {circle.Id}");
        if (circle.IsFounded && circle.Links.Length != planned.Children.Length)
            return new CheckedRow(known, null, $"its state links {circle.Links.Length} circles, "
                + $"the plan {planned.Children.Length}");
        if (Sealing.Of(circle, Digest.Of(state.Payload.Span[..^Digest.Size]), exported.World.Genesis) != circle.Seal)
            return new CheckedRow(known, circle, "its stored state does not give the seal stored with it", true);
        return new CheckedRow(known, circle, Logbook(circle, row.Pages, strayPages));
    }

    private static string Logbook(Circle circle, IReadOnlyList<StoredPage> pages, bool strayPages)
    {
        var tree = MerkleFrontier.Empty;
        for (var number = 0; number < circle.Logbook.Pages; number++)
        {
            var page = pages.FirstOrDefault(page => page.Number == number);
            if (page is null) return $"page {number} of its logbook, {Of(number)}, is missing";
            if (Read(page, out var why) is not { } read) return why;
            foreach (var entry in read.Entries) tree = tree.Append(MerkleFrontier.Leaf(entry.Encode()));
        }

        foreach (var entry in circle.Logbook.Open) tree = tree.Append(MerkleFrontier.Leaf(entry.Encode()));
        if (tree.Size != circle.Logbook.Tree.Size)
            return $"its logbook has {tree.Size} entries, {circle.Logbook.Tree.Size} were sealed";
        if (tree.Differing(circle.Logbook.Tree) is var (first, count))
            return count == 1 ? $"entry {first} of its logbook is not the one that was sealed"
                : $"of entries {first} to {first + count - 1} of its logbook, one is not what was sealed";
        return !strayPages && pages.FirstOrDefault(page => page.Number >= circle.Logbook.Pages || page.Number < 0)
            is { } stray ? $"a page {stray.Number} is stored that its logbook does not have" : "";
    }

    private static string Of(int page)
    {
        var first = (long)page * Governance.Logbooks.Logbook.PageEntries;
        return $"entries {first} to {first + Governance.Logbooks.Logbook.PageEntries - 1}";
    }

    private static LogbookPage? Read(StoredPage page, out string why)
    {
        why = "";
        try
        {
            var read = LogbookPage.Decode(page.Payload.Span);
            if (read.Number == page.Number && read.Entries.Length == Governance.Logbooks.Logbook.PageEntries)
                return read;
            why = $"page {page.Number} of its logbook is not a full page {page.Number}";
        }
        catch (MalformedEncodingException bad)
        {
            why = $"page {page.Number} of its logbook, {Of(page.Number)}, was changed: {bad.Message.TrimEnd('.')}";
        }

        return null;
    }
}
