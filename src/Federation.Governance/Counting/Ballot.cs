using System.Collections.Immutable;

namespace Federation.Governance.Counting;

/// <summary>What one person wrote: alternatives in places, best first, and maybe a score for each.</summary>
/// <remarks>
/// Alternatives are numbered from 0. Those in one place are equal; those in no place are unranked,
/// and what that means is a <see cref="Convention"/>. Two ballots that say the same are equal.
/// </remarks>
public sealed class Ballot : IEquatable<Ballot>, IComparable<Ballot>
{
    private readonly ImmutableArray<int> _order;
    private readonly ImmutableArray<int> _ends;

    private Ballot(ImmutableArray<int> order, ImmutableArray<int> ends, ImmutableArray<int> scores) =>
        (_order, _ends, Scores) = (order, ends, scores);

    /// <summary>How many places are filled.</summary>
    public int Places => _ends.Length;

    /// <summary>How many alternatives stand in a place.</summary>
    public int Ranked => _order.Length;

    /// <summary>A score per alternative, 0 and up; empty on a ballot that only ranks.</summary>
    public ImmutableArray<int> Scores { get; }

    /// <summary>All it ranks, best first.</summary>
    internal ReadOnlySpan<int> All => _order.AsSpan();

    /// <summary>The alternatives in one place, ascending.</summary>
    public ReadOnlySpan<int> Place(int place)
    {
        var start = place == 0 ? 0 : _ends[place - 1];
        return _order.AsSpan()[start.._ends[place]];
    }

    /// <summary>A ballot that ranks one after another, best first; it may stop early.</summary>
    /// <exception cref="ArgumentException">One alternative stands twice.</exception>
    public static Ballot Strict(params ReadOnlySpan<int> order)
    {
        var ends = new int[order.Length];
        for (var i = 0; i < ends.Length; i++) ends[i] = i + 1;
        return Checked([.. order], [.. ends]);
    }

    /// <summary>A ballot with equals; empty places are left out.</summary>
    /// <exception cref="ArgumentException">One alternative stands twice.</exception>
    public static Ballot Weak(IEnumerable<IEnumerable<int>> places)
    {
        var order = ImmutableArray.CreateBuilder<int>();
        var ends = ImmutableArray.CreateBuilder<int>();
        foreach (var place in places)
        {
            order.AddRange(place.Order());
            if (order.Count > (ends.Count == 0 ? 0 : ends[^1])) ends.Add(order.Count);
        }

        return Checked(order.ToImmutable(), ends.ToImmutable());
    }

    /// <summary>A ballot of scores, which also rank: equal scores share a place. 1 and 0 approve or not.</summary>
    /// <param name="scores">One for every alternative, 0 and up.</param>
    public static Ballot Scored(params ReadOnlySpan<int> scores)
    {
        foreach (var score in scores) ArgumentOutOfRangeException.ThrowIfNegative(score, nameof(scores));
        ImmutableArray<int> all = [.. scores];
        // Who scores nobody above nought prefers nobody.
        var ranked = Weak(Enumerable.Range(0, all.Any(score => score > 0) ? all.Length : 0)
            .GroupBy(alternative => all[alternative]).OrderByDescending(place => place.Key));
        return new Ballot(ranked._order, ranked._ends, all);
    }

    public bool Equals(Ballot? other) => other is not null && CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as Ballot);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var alternative in _order) hash.Add(alternative);
        foreach (var end in _ends) hash.Add(end);
        foreach (var score in Scores) hash.Add(score);
        return hash.ToHashCode();
    }

    /// <summary>One order for all ballots, so that piles lie alike everywhere.</summary>
    public int CompareTo(Ballot? other)
    {
        if (other is null) return 1;
        var order = _order.AsSpan().SequenceCompareTo(other._order.AsSpan());
        if (order == 0) order = _ends.AsSpan().SequenceCompareTo(other._ends.AsSpan());
        return order != 0 ? order : Scores.AsSpan().SequenceCompareTo(other.Scores.AsSpan());
    }

    /// <summary>The highest number of an alternative it names; -1 if none.</summary>
    internal int Highest() => Math.Max(Scores.Length - 1, _order.IsEmpty ? -1 : _order.Max());

    private static Ballot Checked(ImmutableArray<int> order, ImmutableArray<int> ends)
    {
        var seen = new HashSet<int>();
        foreach (var alternative in order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(alternative);
            if (!seen.Add(alternative)) throw new ArgumentException($"Alternative {alternative} stands twice.");
        }

        return new Ballot(order, ends, []);
    }

    public static bool operator ==(Ballot? left, Ballot? right) => Equals(left, right);

    public static bool operator !=(Ballot? left, Ballot? right) => !Equals(left, right);

    public static bool operator <(Ballot left, Ballot right) => left.CompareTo(right) < 0;

    public static bool operator <=(Ballot left, Ballot right) => left.CompareTo(right) <= 0;

    public static bool operator >(Ballot left, Ballot right) => left.CompareTo(right) > 0;

    public static bool operator >=(Ballot left, Ballot right) => left.CompareTo(right) >= 0;
}
