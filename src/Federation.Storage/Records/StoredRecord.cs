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
