using System.Runtime.CompilerServices;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Storage.Sql;

namespace Federation.Storage.Records;

/// <summary>A run's record as its store has it: read, not verified.</summary>
public sealed class StoredRecord(StoredRun run) : RecordSource
{
    /// <exception cref="StoreException">The store cannot be read, or a payload is damaged.</exception>
    public override async IAsyncEnumerable<RecordedCircle> ReadAsync(
        [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var row in run.Rows(stop))
        {
            if (row.State is not { } state) continue;
            var circle = Decoded(state);
            var entries = new List<Entry>((int)circle.Logbook.Entries);
            foreach (var page in row.Pages.Where(page => page.Number < circle.Logbook.Pages))
                entries.AddRange(Decoded(row.Key, page.Payload, LogbookPage.Decode).Entries);
            entries.AddRange(circle.Logbook.Open);
            yield return new RecordedCircle(circle, entries);
        }
    }

    /// <exception cref="StoreException">The store cannot be read, or the payload is damaged.</exception>
    public override async Task<Circle?> FindAsync(CircleId circle, CancellationToken stop = default) =>
        await run.Circle(circle.Path, stop) is { } state ? Decoded(state) : null;

    /// <exception cref="StoreException">The store cannot be read, or a payload is missing or damaged.</exception>
    public override async Task<RecordedCircle?> FindRecordedAsync(CircleId circle, CancellationToken stop = default)
    {
        if (await FindAsync(circle, stop) is not { } found) return null;
        var entries = new List<Entry>((int)found.Logbook.Entries);
        for (var number = 0; number < found.Logbook.Pages; number++)
        {
            var page = await run.Page(circle.Path, number, stop) ?? throw new StoreException(
                StoreFault.Damaged, run.Store.ToString(), $"page {number} of the logbook of {circle} is missing",
                "'federation verify' tells where the record breaks.");
            entries.AddRange(Decoded(page.Key, page.Payload, LogbookPage.Decode).Entries);
        }

        entries.AddRange(found.Logbook.Open);
        return new RecordedCircle(found, entries);
    }

    private Circle Decoded(StoredState state) => Decoded(state.Key, state.Payload, Circle.Decode);

    private T Decoded<T>(string key, ReadOnlyMemory<byte> payload, Func<ReadOnlySpan<byte>, T> decode)
    {
        try
        {
            return decode(payload.Span);
        }
        catch (MalformedEncodingException bad)
        {
            throw new StoreException(
                StoreFault.Damaged, run.Store.ToString(), $"what is stored of {key} was changed: "
                + bad.Message.TrimEnd('.'), "'federation verify' tells where the record breaks.", bad);
        }
    }
}
