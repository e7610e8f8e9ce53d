namespace Federation.Governance.Counting;

/// <summary>Ballots while alternatives are left out one after another.</summary>
/// <remarks>Each ballot remembers its first and last place with somebody left, so a round looks at what changed and
/// not at whole ballots again.</remarks>
internal sealed class Continuing
{
    private readonly Poll _poll;
    private readonly List<int> _left;
    private readonly bool[] _isLeft;
    private readonly int[] _room;

    /// <summary>Of each pile, the first and the last place with somebody left.</summary>
    private readonly int[] _at;
    private readonly int[] _end;

    /// <summary>Of each pile, how many it ranks are left.</summary>
    private readonly int[] _ranked;

    /// <summary>For each alternative, the piles that rank it; made when last places are asked for.</summary>
    private List<int>[]? _rankedBy;

    public Continuing(Poll poll)
    {
        (_poll, _left) = (poll, [.. poll.All]);
        _isLeft = [.. _left.Select(_ => true)];
        var piles = poll.Ballots.Piles;
        (_at, _room) = (new int[piles.Length], new int[_left.Count]);
        _end = [.. piles.Select(pile => pile.Ballot.Places - 1)];
        _ranked = new int[piles.Length];
    }

    public IReadOnlyList<int> Left => _left;

    public void Leave(int alternative)
    {
        _left.Remove(alternative);
        _isLeft[alternative] = false;
        if (_rankedBy is null) return;
        foreach (var pile in _rankedBy[alternative]) _ranked[pile]--;
    }

    /// <summary>First choices among those left; ballots with none are exhausted.</summary>
    public Shares First(out long exhausted)
    {
        var shares = new Shares(_isLeft.Length);
        exhausted = 0;
        for (var pile = 0; pile < _at.Length; pile++)
        {
            var (ballot, weight) = _poll.Ballots.Piles[pile];
            var first = ReadOnlySpan<int>.Empty;
            while (_at[pile] < ballot.Places && (first = Among(ballot.Place(_at[pile]))).IsEmpty) _at[pile]++;
            if (first.IsEmpty) exhausted += weight;
            else shares.Add(first, weight);
        }

        return shares;
    }

    /// <summary>Last places among those left: shared by the unranked, if they count as below the others.</summary>
    public Shares Last()
    {
        _rankedBy ??= RankedBy();
        var shares = new Shares(_isLeft.Length);
        for (var pile = 0; pile < _at.Length; pile++)
        {
            var (ballot, weight) = _poll.Ballots.Piles[pile];
            if (_at[pile] == ballot.Places) continue;
            var unranked = _left.Count - _ranked[pile];
            if (unranked > 0 && _poll.Convention.Unranked == Unranked.Below)
                shares.AddToAllBut(Among(ballot.All), unranked, weight);
            else
            {
                var last = Among(ballot.Place(_end[pile]));
                while (last.IsEmpty) last = Among(ballot.Place(--_end[pile]));
                if (_end[pile] > _at[pile] || last.Length > 1) shares.Add(last, weight);
            }
        }

        return shares;
    }

    /// <summary>Also counts, for each pile, those left of whom it ranks.</summary>
    private List<int>[] RankedBy()
    {
        var rankedBy = _isLeft.Select(_ => new List<int>()).ToArray();
        for (var pile = 0; pile < _ranked.Length; pile++)
        {
            _ranked[pile] = 0;
            foreach (var one in _poll.Ballots.Piles[pile].Ballot.All)
            {
                rankedBy[one].Add(pile);
                if (_isLeft[one]) _ranked[pile]++;
            }
        }

        return rankedBy;
    }

    private ReadOnlySpan<int> Among(ReadOnlySpan<int> place)
    {
        var count = 0;
        foreach (var one in place)
            if (_isLeft[one]) _room[count++] = one;
        return _room.AsSpan(0, count);
    }
}
