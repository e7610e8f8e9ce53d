namespace Federation.Governance.Counting;

/// <summary>Ballots while alternatives are left out one after another.</summary>
internal sealed class Continuing
{
    private readonly Poll _poll;
    private readonly List<int> _left;
    private readonly bool[] _isLeft;
    private readonly int[] _at;
    private readonly int[] _room;

    public Continuing(Poll poll)
    {
        (_poll, _left) = (poll, [.. poll.All]);
        _isLeft = [.. _left.Select(_ => true)];
        (_at, _room) = (new int[poll.Ballots.Piles.Length], new int[_left.Count]);
    }

    public IReadOnlyList<int> Left => _left;

    public void Leave(int alternative)
    {
        _left.Remove(alternative);
        _isLeft[alternative] = false;
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
        var shares = new Shares(_isLeft.Length);
        var ranked = new bool[_isLeft.Length];
        for (var pile = 0; pile < _at.Length; pile++)
        {
            var (ballot, weight) = _poll.Ballots.Piles[pile];
            if (_at[pile] == ballot.Places) continue;
            Array.Clear(ranked);
            for (var place = _at[pile]; place < ballot.Places; place++)
                foreach (var one in ballot.Place(place)) ranked[one] = true;
            var unranked = 0;
            foreach (var one in _left)
                if (!ranked[one]) _room[unranked++] = one;
            if (unranked > 0 && _poll.Convention.Unranked == Unranked.Below)
                shares.Add(_room.AsSpan(0, unranked), weight);
            else
            {
                var place = ballot.Places - 1;
                var last = Among(ballot.Place(place));
                while (last.IsEmpty) last = Among(ballot.Place(--place));
                if (place > _at[pile] || last.Length > 1) shares.Add(last, weight);
            }
        }

        return shares;
    }

    private ReadOnlySpan<int> Among(ReadOnlySpan<int> place)
    {
        var count = 0;
        foreach (var one in place)
            if (_isLeft[one]) _room[count++] = one;
        return _room.AsSpan(0, count);
    }
}
