namespace Federation.Storage.Verifying;

/// <summary>How surely a fault points to its cause; the surest is told first.</summary>
internal enum Rank
{
    /// <summary>The row contradicts itself: it was changed.</summary>
    Row,

    /// <summary>Parent and child contradict each other, or one is missing.</summary>
    Link,

    /// <summary>A row that belongs to nothing.</summary>
    Stray,
}

/// <summary>Something that does not agree.</summary>
internal sealed record Fault(Rank Rank, string Circle, string Why);

/// <summary>The faults found so far; beyond a thousand, more of them tell nothing new.</summary>
internal sealed class Faults
{
    private const int Most = 1000;

    private readonly List<Fault> _all = [];

    public bool Any => _all.Count > 0;

    public Fault First => _all.MinBy(fault => fault.Rank)!;

    public void Add(Rank rank, string circle, string why)
    {
        if (_all.Count < Most) _all.Add(new Fault(rank, circle, why));
    }

    /// <summary>The surest fault of one circle.</summary>
    public Fault? Of(string circle) =>
        _all.Where(fault => fault.Circle == circle).MinBy(fault => fault.Rank);
}
