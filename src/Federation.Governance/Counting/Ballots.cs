using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Counting;

/// <summary>Equal ballots, and how many: people, or the people one ballot stands for.</summary>
/// <param name="Weight">1 and up.</param>
public readonly record struct Pile(Ballot Ballot, long Weight);

/// <summary>Ballots over the same alternatives, equal ones in one pile, in one order.</summary>
public sealed class Ballots
{
    private Ballots(int alternatives, ImmutableArray<Pile> piles)
    {
        (Alternatives, Piles) = (alternatives, piles);
        foreach (var pile in piles) Total += pile.Weight;
    }

    /// <summary>How many alternatives there are, whether anybody ranks them or not.</summary>
    public int Alternatives { get; }

    public ImmutableArray<Pile> Piles { get; }

    /// <summary>The weight of all ballots, blank ones included.</summary>
    public long Total { get; }

    /// <exception cref="ArgumentException">A weight is not positive, or a ballot names an alternative that
    /// does not exist or scores only some.</exception>
    public static Ballots Of(int alternatives, IEnumerable<Pile> piles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(alternatives);
        var grouped = new Dictionary<Ballot, long>();
        foreach (var (ballot, weight) in piles)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
            if (ballot.Highest() >= alternatives || (!ballot.Scores.IsEmpty && ballot.Scores.Length != alternatives))
                throw new ArgumentException("A ballot is about other alternatives.", nameof(piles));
            grouped[ballot] = grouped.GetValueOrDefault(ballot) + weight;
        }

        return new Ballots(alternatives,
            [.. grouped.Select(one => new Pile(one.Key, one.Value)).OrderBy(pile => pile.Ballot)]);
    }

    /// <summary>These and others about the same alternatives.</summary>
    public Ballots With(params ReadOnlySpan<Ballots> others)
    {
        IEnumerable<Pile> all = Piles;
        foreach (var other in others) all = all.Concat(other.Piles);
        return Of(Alternatives, all);
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Alternatives);
        writer.List(Piles, (w, pile) =>
        {
            w.Long(pile.Weight);
            w.Int(pile.Ballot.Places);
            for (var place = 0; place < pile.Ballot.Places; place++)
                w.List([.. pile.Ballot.Place(place)], (v, alternative) => v.Int(alternative));
            w.List(pile.Ballot.Scores, (v, score) => v.Int(score));
        });
    }

    public static Ballots Read(ref CanonicalReader reader)
    {
        var alternatives = reader.Int();
        return Of(alternatives, reader.List((ref r) =>
        {
            var weight = r.Long();
            var places = new List<ImmutableArray<int>>();
            for (var left = r.Int(); left > 0; left--) places.Add(r.List((ref s) => s.Int()));
            var scores = r.List((ref s) => s.Int());
            return new Pile(scores.IsEmpty ? Ballot.Weak(places.Select(one => one.AsEnumerable()))
                : Ballot.Scored(scores.AsSpan()), weight);
        }));
    }
}
