using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Federation.Storage.Sql;

/// <summary>One grain's stored state, as bytes.</summary>
/// <param name="Kind">The name of the state, as in <c>[PersistentState("circle")]</c>.</param>
/// <param name="Key">The grain's key: "run/path" for a circle.</param>
/// <param name="Version">The ETag: how often it was written.</param>
/// <param name="Payload">What Orleans' serializer wrote; empty when the state was cleared.</param>
public sealed record StoredState(string Kind, string Key, int Version, ReadOnlyMemory<byte> Payload);

/// <summary>Reads what grains stored without asking the grains: for verifying and explaining.</summary>
/// <remarks>
/// <para>How Orleans 10.4.2 fills the columns. GrainTypeString is the state's <em>name</em>, not the
/// grain's class: two classes with the same state name and key share a row, so names must differ.
/// A string key fills GrainIdExtensionString and leaves N0 and N1 zero, except when it can be read
/// as something else: 32 hexadecimal digits (a Guid, in N0 and N1) or up to 16 (a number, in N1),
/// each also before a '+'. Such a key loses leading zeros and case; a key with a '/' is never one.</para>
/// <para>Rows come in byte order of (state name, key). The store may be in use meanwhile; what is
/// read is one moment's state on SQLite, and one statement's on PostgreSQL.</para>
/// </remarks>
public sealed class CircleStateReader(StoreAddress store, string serviceId)
{
    private const string Columns =
        "GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, Version, PayloadBinary";

    /// <summary>Every stored state of one kind whose key begins with a prefix, one at a time.</summary>
    /// <param name="kind">A state name.</param>
    /// <param name="keyPrefix">"run/" for one run; empty for all.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IAsyncEnumerable<StoredState> ReadAsync(
        string kind, string keyPrefix = "", CancellationToken stop = default) =>
        Read("GrainTypeString = @kind", "", ("kind", kind), keyPrefix, stop);

    /// <summary>Every stored state of all kinds whose name begins so and whose key begins so, in
    /// byte order of (key, state name).</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IAsyncEnumerable<StoredState> ReadAllAsync(
        string kindPrefix, string keyPrefix = "", CancellationToken stop = default) =>
        Read("GrainTypeString >= @kind AND GrainTypeString < @kind || @last", ", GrainTypeString",
            ("kind", kindPrefix), keyPrefix, stop);

    private async IAsyncEnumerable<StoredState> Read(
        string which, string thenBy, (string, object) kind, string keyPrefix,
        [EnumeratorCancellation] CancellationToken stop)
    {
        StoreRefusal.RequireFile(store);
        await using var source = store.Source();
        await using var connection = await Guarded(() => source.OpenPatientlyAsync(stop))
            .ConfigureAwait(false);
        await using var command = connection.Command(
            $"""
             SELECT {Columns} FROM OrleansStorage
              WHERE ServiceId = @service AND {which}
                AND GrainIdExtensionString >= @prefix AND GrainIdExtensionString < @prefix || @last
              ORDER BY GrainIdExtensionString, GrainIdN0, GrainIdN1{thenBy}
             """,
            ("service", serviceId), kind, ("prefix", keyPrefix), ("last", "\U0010FFFF"));
        await using var rows = await Guarded(() => command.ExecuteReaderAsync(stop)).ConfigureAwait(false);
        while (await Guarded(() => rows.ReadAsync(stop)).ConfigureAwait(false)) yield return State(rows);
    }

    /// <summary>How many states each kind has.</summary>
    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken stop = default) =>
        store.UsingAsync<IReadOnlyDictionary<string, long>>(async connection =>
        {
            await using var command = connection.Command(
                "SELECT GrainTypeString, COUNT(*) FROM OrleansStorage WHERE ServiceId = @service "
                + "GROUP BY GrainTypeString",
                ("service", serviceId));
            await using var rows = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
            var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
            while (await rows.ReadAsync(stop).ConfigureAwait(false)) counts[rows.GetString(0)] = rows.GetInt64(1);
            return counts;
        }, stop);

    /// <summary>One grain's state; null when it never stored one.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Task<StoredState?> FindAsync(string kind, string key, CancellationToken stop = default) =>
        store.UsingAsync(async connection =>
        {
            await using var command = connection.Command(
                $"""
                 SELECT {Columns} FROM OrleansStorage
                  WHERE ServiceId = @service AND GrainTypeString = @kind
                    AND GrainIdExtensionString = @key AND GrainIdN0 = 0 AND GrainIdN1 = 0
                 """,
                ("service", serviceId), ("kind", kind), ("key", key));
            await using var rows = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
            return await rows.ReadAsync(stop).ConfigureAwait(false) ? State(rows) : null;
        }, stop);

    private async Task<T> Guarded<T>(Func<Task<T>> step)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception thrown) when (StoreRefusal.Explain(store, thrown) is { } explained)
        {
            throw explained;
        }
    }

    private static StoredState State(DbDataReader row) => new(
        row.GetString(0),
        GrainKey(row.GetString(1), row.GetInt64(2), row.GetInt64(3)),
        row.GetInt32(4),
        row.IsDBNull(5) ? default : row.GetFieldValue<byte[]>(5));

    private static string GrainKey(string extension, long n0, long n1)
    {
        if ((n0, n1) is (0, 0)) return extension.Length > 0 ? extension : "0";
        var plus = extension.Length > 0 ? "+" + extension : "";
        if (n0 == 0) return n1.ToString("X") + plus;

        Span<byte> guid = stackalloc byte[16];
        BitConverter.TryWriteBytes(guid, n0);
        BitConverter.TryWriteBytes(guid[8..], n1);
        return new Guid(guid).ToString("N") + plus;
    }
}
