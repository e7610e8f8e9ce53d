namespace Federation.Society.Measures;

/// <summary>Shares of seats, weights or opinions beside each other.</summary>
public static class Shares
{
    /// <summary>Gallagher's index of disproportionality: sqrt(half the sum of (v - s)^2), 0..100.</summary>
    /// <param name="votes">Percentages of all votes, party by party, as a table has them: where its rounded
    /// rows miss 100, so does the index.</param>
    /// <param name="seats">Percentages of all seats, in the same order.</param>
    /// <remarks>Gallagher, "Proportionality, disproportionality and electoral systems", Electoral Studies 10
    /// (1991) 33-51.</remarks>
    public static double Gallagher(ReadOnlySpan<double> votes, ReadOnlySpan<double> seats)
    {
        var sum = 0.0;
        Each(votes, seats, apart => sum += apart * apart);
        return Math.Sqrt(sum / 2);
    }

    /// <summary>Loosemore and Hanby's index: half the sum of |v - s|, 0..100.</summary>
    /// <remarks>British Journal of Political Science 1 (1971) 467-477.</remarks>
    public static double LoosemoreHanby(ReadOnlySpan<double> votes, ReadOnlySpan<double> seats)
    {
        var sum = 0.0;
        Each(votes, seats, apart => sum += Math.Abs(apart));
        return sum / 2;
    }

    /// <summary>Laakso and Taagepera's effective number: 1 / sum s^2, 1 to how many there are.</summary>
    public static double EffectiveNumber(ReadOnlySpan<double> shares) => 1 / Concentration(shares);

    /// <summary>Herfindahl and Hirschman's index of concentration: sum s^2, 1/n to 1.</summary>
    public static double Concentration(ReadOnlySpan<double> shares)
    {
        var (all, sum) = (Sum(shares), 0.0);
        foreach (var share in shares) sum += share / all * (share / all);
        return sum;
    }

    /// <summary>The largest share, 1/n to 1.</summary>
    public static double Largest(ReadOnlySpan<double> shares)
    {
        var (all, largest) = (Sum(shares), 0.0);
        foreach (var share in shares) largest = Math.Max(largest, share / all);
        return largest;
    }

    private static void Each(ReadOnlySpan<double> votes, ReadOnlySpan<double> seats, Action<double> take)
    {
        if (votes.Length != seats.Length)
            throw new ArgumentException("Each party has votes and seats.", nameof(seats));
        Check(votes);
        Check(seats);
        for (var i = 0; i < votes.Length; i++) take(votes[i] - seats[i]);
    }

    private static void Check(ReadOnlySpan<double> shares)
    {
        foreach (var share in shares)
            if (!(share >= 0) || double.IsInfinity(share))
                throw new ArgumentOutOfRangeException(nameof(shares), share, "Shares are at least nought.");
    }

    private static double Sum(ReadOnlySpan<double> shares)
    {
        Check(shares);
        var sum = 0.0;
        foreach (var share in shares) sum += share;
        return sum > 0 ? sum : throw new ArgumentException("Nobody has a share.", nameof(shares));
    }
}
