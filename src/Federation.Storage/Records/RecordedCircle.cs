using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Storage.Records;

/// <summary>A circle as a run left it, with all of its logbook.</summary>
/// <param name="Entries">Oldest first, the full pages' entries included.</param>
public sealed record RecordedCircle(Circle Circle, IReadOnlyList<Entry> Entries);

/// <summary>What a run left of its circles, wherever it is kept.</summary>
public abstract class RecordSource
{
    /// <summary>Every circle in which something happened, one at a time, in the byte order of
    /// their paths.</summary>
    public abstract IAsyncEnumerable<RecordedCircle> ReadAsync(CancellationToken stop = default);

    /// <summary>One circle's state; null when nothing happened in it.</summary>
    public abstract Task<Circle?> FindAsync(CircleId circle, CancellationToken stop = default);
}
