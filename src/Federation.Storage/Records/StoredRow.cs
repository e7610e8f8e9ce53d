using System.Runtime.CompilerServices;
using Federation.Governance.Logbooks;
using Federation.Storage.Sql;

namespace Federation.Storage.Records;

/// <summary>Everything a store has under one key: a circle's state and its logbook's pages.</summary>
/// <param name="Key">"run/path".</param>
/// <param name="State">Null when only pages are there.</param>
/// <param name="Pages">Rising by number.</param>
public sealed record StoredRow(string Key, StoredState? State, IReadOnlyList<StoredPage> Pages)
{
    /// <summary>What lies beyond the run's part of the key; null for another run's row.</summary>
    public string? PathIn(string runKey) =>
        Key.StartsWith($"{runKey}/", StringComparison.Ordinal) ? Key[(runKey.Length + 1)..] : null;

    /// <summary>Brings states and pages, each in the byte order of their keys, together.</summary>
    public static async IAsyncEnumerable<StoredRow> Join(
        IAsyncEnumerable<StoredState> states, IAsyncEnumerable<StoredState> pages,
        [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var left = states.GetAsyncEnumerator(stop);
        await using var right = pages.GetAsyncEnumerator(stop);
        var state = await left.MoveNextAsync() ? left.Current : null;
        var page = await right.MoveNextAsync() ? right.Current : null;
        while (state is not null || page is not null)
        {
            var first = Earlier(state, page);
            var found = new List<StoredPage>();
            for (; page is not null && page.Key == first; page = await Next(right))
                found.Add(StoredPage.Of(page));
            found.Sort((a, b) => a.Number.CompareTo(b.Number));
            if (state?.Key != first)
            {
                yield return new StoredRow(first, null, found);
                continue;
            }

            yield return new StoredRow(first, state, found);
            state = await Next(left);
        }
    }

    private static async Task<StoredState?> Next(IAsyncEnumerator<StoredState> states) =>
        await states.MoveNextAsync() ? states.Current : null;

    private static string Earlier(StoredState? state, StoredState? page) =>
        page is null ? state!.Key
        : state is null ? page.Key
        : string.CompareOrdinal(Order(state.Key), Order(page.Key)) <= 0 ? state.Key : page.Key;

    /// <summary>Rows come by the key's text; a number Orleans would read before it comes after.</summary>
    private static string Order(string key) => key[(key.LastIndexOf('+') + 1)..];
}

/// <summary>A stored page of a logbook.</summary>
/// <param name="Number">What its state's name says; -1 when that is no number.</param>
public sealed record StoredPage(int Number, ReadOnlyMemory<byte> Payload)
{
    public const string Prefix = "page-";

    public static string Kind(int number) => $"{Prefix}{number}";

    /// <summary>Null when it is no page.</summary>
    public LogbookPage? TryRead()
    {
        try
        {
            return LogbookPage.Decode(Payload.Span);
        }
        catch (MalformedEncodingException)
        {
            return null;
        }
    }

    internal static StoredPage Of(StoredState state) => new(
        int.TryParse(state.Kind.AsSpan(Prefix.Length), out var number)
            && Kind(number) == state.Kind ? number : -1,
        state.Payload);
}
