using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Storage.Records;

namespace Federation.Storage.Verifying;

/// <summary>What of one stored circle is not as the run made it.</summary>
/// <param name="IsOwn">False when it differs only in seals: then a circle below it was changed.</param>
/// <param name="At">The first entry that differs; -1 for none.</param>
/// <param name="Stored">The entries as far as they can be read; null where one cannot.</param>
internal sealed record Difference(bool IsOwn, int At, IReadOnlyList<Entry?> Stored)
{
    /// <summary>Null when the row is, byte for byte, what the run stored.</summary>
    public static Difference? Of(StoredRow row, RecordedCircle run)
    {
        var made = run.Circle.Encode();
        var stored = row.State is { } state ? state.Payload.Span : [];
        var entries = Entries(row, run);
        var entry = FirstOther(entries, run.Entries);
        if (entry < 0 && stored.SequenceEqual(made)) return null;
        if (entry >= 0) return new Difference(true, entry, entries);

        // The payload may still be read, and then differ in no more than the seals it holds.
        return TryDecode(stored) is { } circle
            ? new Difference(!Unsealed(circle).AsSpan().SequenceEqual(Unsealed(run.Circle)), -1, entries)
            : new Difference(true, OpenEntryAt(stored, made, run.Circle), entries);
    }

    /// <summary>The entries as stored, page after page; a missing or unreadable page's are null.</summary>
    private static List<Entry?> Entries(StoredRow row, RecordedCircle run)
    {
        var entries = new List<Entry?>();
        var circle = row.State is { } state ? TryDecode(state.Payload.Span) : null;
        for (var number = 0; number < run.Circle.Logbook.Pages; number++)
        {
            var page = row.Pages.FirstOrDefault(page => page.Number == number);
            entries.AddRange(page is null ? new Entry?[Logbook.PageEntries] : PageEntries(page));
        }

        entries.AddRange(circle is null ? run.Circle.Logbook.Open : circle.Logbook.Open);
        return entries;
    }

    /// <summary>As many of a page's entries as can be read from its beginning.</summary>
    private static List<Entry?> PageEntries(StoredPage page)
    {
        var entries = new List<Entry?>();
        var reader = new CanonicalReader(page.Payload.Span);
        try
        {
            if (reader.Int() != page.Number) return [null];
            for (var left = reader.Count(); left > 0; left--) entries.Add(Entry.Read(ref reader));
            reader.End();
        }
        catch (MalformedEncodingException)
        {
            entries.Add(null);
        }

        return entries;
    }

    private static int FirstOther(List<Entry?> stored, IReadOnlyList<Entry> made)
    {
        for (var i = 0; i < Math.Max(stored.Count, made.Count); i++)
            if (i >= stored.Count || i >= made.Count || stored[i] != made[i]) return i;
        return -1;
    }

    /// <summary>The open entry in which the first changed byte lies; -1 when it lies elsewhere.</summary>
    private static int OpenEntryAt(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> made, Circle circle)
    {
        var at = stored.CommonPrefixLength(made);
        var writer = new CanonicalWriter();
        circle.Logbook.Write(writer);
        var end = made.IndexOf(writer.Written) + writer.Written.Length;
        for (var i = circle.Logbook.Open.Length - 1; i >= 0; i--)
        {
            var start = end - circle.Logbook.Open[i].Encode().Length;
            if (at >= start && at < end) return (circle.Logbook.Pages * Logbook.PageEntries) + i;
            end = start;
        }

        return -1;
    }

    private static byte[] Unsealed(Circle circle) => (circle with
    {
        Seal = default,
        Links = [.. circle.Links.Select(link => link with { Seal = default })],
    }).Encode();

    private static Circle? TryDecode(ReadOnlySpan<byte> payload)
    {
        try
        {
            return Circle.Decode(payload);
        }
        catch (MalformedEncodingException)
        {
            return null;
        }
    }
}
