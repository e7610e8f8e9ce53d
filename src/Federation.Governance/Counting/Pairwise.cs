namespace Federation.Governance.Counting;

/// <summary>For each two alternatives, how many ballots put one above the other.</summary>
public sealed class Pairwise
{
    private readonly long[] _over;

    private Pairwise(int alternatives) => (Alternatives, _over) = (alternatives, new long[alternatives * alternatives]);

    public int Alternatives { get; }

    /// <summary>The weight of ballots with <paramref name="a"/> above <paramref name="b"/>.</summary>
    public long Over(int a, int b) => _over[(a * Alternatives) + b];

    /// <summary>By how much a beats b; negative if it is beaten.</summary>
    public long Margin(int a, int b) => Over(a, b) - Over(b, a);

    /// <summary>Who beats every other one by themselves; null in a cycle or with ties.</summary>
    public int? Winner()
    {
        for (var a = 0; a < Alternatives; a++)
            if (Enumerable.Range(0, Alternatives).All(b => b == a || Margin(a, b) > 0)) return a;
        return null;
    }

    public static Pairwise Of(Ballots ballots, Unranked unranked)
    {
        var counted = new Pairwise(ballots.Alternatives);
        var ranked = new bool[ballots.Alternatives];
        foreach (var (ballot, weight) in ballots.Piles)
        {
            Array.Clear(ranked);
            for (var place = 0; place < ballot.Places; place++)
            {
                foreach (var better in ballot.Place(place))
                {
                    ranked[better] = true;
                    for (var lower = place + 1; lower < ballot.Places; lower++)
                        foreach (var worse in ballot.Place(lower))
                            counted._over[(better * ranked.Length) + worse] += weight;
                }
            }

            if (unranked != Unranked.Below || ballot.Ranked == ranked.Length) continue;
            for (var worse = 0; worse < ranked.Length; worse++)
            {
                if (ranked[worse]) continue;
                for (var place = 0; place < ballot.Places; place++)
                    foreach (var better in ballot.Place(place))
                        counted._over[(better * ranked.Length) + worse] += weight;
            }
        }

        return counted;
    }
}
