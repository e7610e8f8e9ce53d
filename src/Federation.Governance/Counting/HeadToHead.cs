namespace Federation.Governance.Counting;

/// <summary>Who beats most of the others of a group, for one group after another.</summary>
/// <remarks>Groups of tied alternatives resemble those of the round before; then only who joined or left is looked
/// at again, instead of every two.</remarks>
internal sealed class HeadToHead(Poll poll)
{
    private readonly long[] _beaten = new long[poll.Ballots.Alternatives];
    private readonly bool[] _isIn = new bool[poll.Ballots.Alternatives];

    /// <summary>Two for each of the others it beats, one for each it ties with.</summary>
    /// <param name="group">Ascending. What is returned holds until the next group is asked about.</param>
    public Settling.Worth Among(List<int> group)
    {
        var isWanted = new bool[_isIn.Length];
        foreach (var one in group) isWanted[one] = true;
        int[] changed = [.. Enumerable.Range(0, _isIn.Length).Where(one => isWanted[one] != _isIn[one])];
        if ((long)changed.Length * _isIn.Length > 2L * group.Count * group.Count)
            return one => group.Sum(other => other == one ? 0 : Points(one, other));
        foreach (var other in changed)
            for (var one = 0; one < _beaten.Length; one++)
                if (one != other) _beaten[one] += (isWanted[other] ? 1 : -1) * Points(one, other);
        isWanted.CopyTo(_isIn, 0);
        return one => _beaten[one];
    }

    private long Points(int one, int other) => 1L + Math.Sign(poll.Pairwise.Margin(one, other));
}
