using Federation.Governance.Circles;
using Federation.Society.Runs;

namespace Federation.Storage.Records;

/// <summary>What a run left of its circles, wherever it is kept.</summary>
public abstract class RecordSource
{
    /// <summary>Every circle in which something happened, one at a time, in the byte order of
    /// their paths.</summary>
    public abstract IAsyncEnumerable<RecordedCircle> ReadAsync(CancellationToken stop = default);

    /// <summary>One circle's state; null when nothing happened in it.</summary>
    public abstract Task<Circle?> FindAsync(CircleId circle, CancellationToken stop = default);

    /// <summary>One circle with all its entries; null when nothing happened in it.</summary>
    public abstract Task<RecordedCircle?> FindRecordedAsync(CircleId circle, CancellationToken stop = default);
}
