using System.Collections.Immutable;

namespace Federation.Governance.Counting;

/// <summary>Chooses among alternatives of one count and keeps a record of the ties on the way.</summary>
internal sealed class Settling(Poll poll)
{
    private readonly List<Tie> _ties = [];
    private readonly HeadToHead _headToHead = new(poll);

    /// <summary>What tells tied alternatives apart: more is better.</summary>
    public delegate Tally Worth(int alternative);

    public ImmutableArray<Tie> Ties => [.. _ties];

    /// <summary>Who has most, ties settled.</summary>
    public int Most(IEnumerable<int> among, Worth worth, int round, IEnumerable<(TieLink, Worth)>? links = null) =>
        Of(Extreme(among, worth, true), round, TiedFor.Winning, links);

    /// <summary>Who has least, ties settled.</summary>
    public int Least(IEnumerable<int> among, Worth worth, int round, IEnumerable<(TieLink, Worth)>? links = null) =>
        Of(Extreme(among, worth, false), round, TiedFor.Elimination, links);

    /// <summary>Who goes for having most of what nobody wants, ties settled.</summary>
    public int Out(IEnumerable<int> among, Worth worth, int round) =>
        Of(Extreme(among, worth, true), round, TiedFor.Elimination, null);

    /// <summary>The two who have most, ascending by number; fewer if there are fewer.</summary>
    public ImmutableArray<int> Two(IReadOnlyCollection<int> among, Worth worth, int round)
    {
        if (among.Count <= 2) return [.. among];
        var first = Extreme(among, worth, true);
        if (first.Count == 2) return [.. first];
        var one = Of(first, round, TiedFor.Final, null);
        var other = Of(Extreme(among.Where(left => left != one), worth, true), round, TiedFor.Final, null);
        return [Math.Min(one, other), Math.Max(one, other)];
    }

    /// <summary>One of the tied: the chain's links in turn, each keeping those it puts ahead.</summary>
    /// <param name="links">What comes before nearness and lot; head to head where null.</param>
    public int Of(List<int> tied, int round, TiedFor what, IEnumerable<(TieLink By, Worth Worth)>? links)
    {
        if (tied.Count == 1) return tied[0];
        var best = what != TiedFor.Elimination;
        var left = tied;
        foreach (var (by, worth) in links ?? [])
            if (Narrowed(by, worth) is { } settled) return settled;
        if (links is null)
        {
            for (var before = 0; before != left.Count;)
            {
                before = left.Count;
                if (Narrowed(TieLink.HeadToHead, _headToHead.Among(left)) is { } settled) return settled;
            }
        }

        var distances = poll.Ties.Distances;
        if (!distances.IsEmpty)
        {
            var nearest = best ? left.Min(one => distances[one]) : left.Max(one => distances[one]);
            left = [.. left.Where(one => distances[one].Equals(nearest))];
            if (left.Count == 1) return Logged(TieLink.NearestToStatusQuo, left[0]);
        }

        var lots = poll.Ties.Lots;
        return Logged(TieLink.Lot, best ? left.MaxBy(one => lots[one]) : left.MinBy(one => lots[one]));

        int? Narrowed(TieLink by, Worth worth)
        {
            left = Extreme(left, worth, best);
            return left.Count == 1 ? Logged(by, left[0]) : null;
        }

        int Logged(TieLink by, int chosen)
        {
            _ties.Add(new Tie(round, what, [.. tied], by, chosen));
            return chosen;
        }
    }

    /// <summary>All who have most, or least, ascending.</summary>
    public static List<int> Extreme(IEnumerable<int> among, Worth worth, bool most)
    {
        var kept = new List<int>();
        var bar = default(Tally);
        foreach (var one in among)
        {
            var here = worth(one);
            var order = kept.Count == 0 ? 1 : here.CompareTo(bar) * (most ? 1 : -1);
            if (order < 0) continue;
            if (order > 0) (kept, bar) = ([], here);
            kept.Add(one);
        }

        kept.Sort();
        return kept;
    }
}
