namespace Federation.Governance.Counting;

/// <summary>What a ballot says about alternatives it does not rank.</summary>
public enum Unranked : byte
{
    /// <summary>They are below all ranked ones and equal among themselves (Debian's rule).</summary>
    Below = 1,

    /// <summary>Nothing: they are compared with nobody.</summary>
    NotCompared = 2,
}

/// <summary>Whom a ballot without approvals approves.</summary>
public enum Approving : byte
{
    /// <summary>All whose worth is at least the ballot's mean: best for a person who knows nothing of the
    /// others. The worth is the score or, on a ballot that only ranks, Borda's points.</summary>
    Mean = 1,

    /// <summary>All it ranks; of scores, all above 0.</summary>
    Ranked = 2,
}

/// <summary>How ballots are read where rules leave it open. It changes winners in real elections.</summary>
public sealed record Convention(Unranked Unranked = Unranked.Below, Approving Approving = Approving.Mean);

/// <summary>What becomes of a place with several alternatives.</summary>
public enum Overvotes : byte
{
    /// <summary>They are equal; where one ballot counts for one, each gets an equal part.</summary>
    Equal = 1,

    /// <summary>The ballot ends there.</summary>
    Exhaust = 2,

    /// <summary>The place is passed over, and the next counts.</summary>
    Skip = 3,
}

/// <summary>What becomes of an empty place before a filled one.</summary>
public enum Skipped : byte
{
    /// <summary>It is passed over, and the next counts.</summary>
    Pass = 1,

    /// <summary>The ballot ends there.</summary>
    Exhaust = 2,

    /// <summary>The ballot ends at two empty places in a row; one is passed over.</summary>
    ExhaustAtTwo = 3,
}

/// <summary>How the marks on paper become a ballot.</summary>
public sealed record Marking(Overvotes Overvotes = Overvotes.Equal, Skipped Skipped = Skipped.Pass)
{
    /// <summary>Stands in a place whose marks cannot be told apart any more: more than one, unknown which.</summary>
    public const int Unreadable = -1;

    /// <param name="places">As marked, best first; a place may be empty or hold several. Of an alternative
    /// marked twice the first mark that counts is kept.</param>
    public Ballot Read(IReadOnlyList<IReadOnlyCollection<int>> places)
    {
        var kept = new List<List<int>>(places.Count);
        var ranked = new HashSet<int>();
        var empty = 0;
        foreach (var place in places)
        {
            empty = place.Count == 0 ? empty + 1 : 0;
            if ((empty == 1 && Skipped == Skipped.Exhaust) || (empty == 2 && Skipped == Skipped.ExhaustAtTwo)) break;
            var isOver = place.Contains(Unreadable) || place.Distinct().Skip(1).Any();
            if (isOver && Overvotes == Overvotes.Exhaust) break;
            if (isOver && Overvotes == Overvotes.Skip) continue;
            kept.Add([.. place.Where(one => one != Unreadable && ranked.Add(one))]);
        }

        return Ballot.Weak(kept);
    }
}
