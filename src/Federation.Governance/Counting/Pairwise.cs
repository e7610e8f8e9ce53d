using System.Numerics;
using System.Runtime.InteropServices;

namespace Federation.Governance.Counting;

/// <summary>For each two alternatives, how many ballots put one above the other.</summary>
public sealed class Pairwise
{
    /// <summary>How many piles are counted at a time.</summary>
    private const int Together = 32;

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
        if (Math.Max(ballots.Total, ballots.Alternatives) < short.MaxValue) counted.Add<short>(ballots, unranked);
        else if (ballots.Total < int.MaxValue) counted.Add<int>(ballots, unranked);
        else counted.Add<long>(ballots, unranked);
        return counted;
    }

    /// <summary>A few piles at a time, so that a row of the table and their places stay at hand.</summary>
    /// <typeparam name="T">As small as all ballots fit in: more of them are added at once.</typeparam>
    private void Add<T>(Ballots ballots, Unranked unranked) where T : struct, INumber<T>
    {
        var piles = ballots.Piles.AsSpan();
        var places = new T[Math.Min(piles.Length, Together) * Alternatives];
        var row = new T[Alternatives];
        var nowhere = unranked == Unranked.Below ? T.CreateChecked(Alternatives + 1) : T.Zero;
        for (var from = 0; from < piles.Length; from += Together)
        {
            var few = piles.Slice(from, Math.Min(Together, piles.Length - from));
            Places(few, nowhere, places);
            for (var better = 0; better < Alternatives; better++)
            {
                var isRanked = false;
                for (var pile = 0; pile < few.Length; pile++)
                {
                    var theirs = places.AsSpan(pile * Alternatives, Alternatives);
                    if (theirs[better] == nowhere) continue;
                    if (!isRanked) Array.Clear(row);
                    isRanked = true;
                    AddBelow(theirs, theirs[better], T.CreateChecked(few[pile].Weight), row);
                }

                for (var worse = 0; isRanked && worse < row.Length; worse++)
                    _over[(better * Alternatives) + worse] += long.CreateTruncating(row[worse]);
            }
        }
    }

    private void Places<T>(ReadOnlySpan<Pile> piles, T nowhere, T[] places) where T : struct, INumber<T>
    {
        Array.Fill(places, nowhere);
        for (var pile = 0; pile < piles.Length; pile++)
        {
            var ballot = piles[pile].Ballot;
            for (var place = 0; place < ballot.Places; place++)
                foreach (var one in ballot.Place(place))
                    places[(pile * Alternatives) + one] = T.CreateChecked(place + 1);
        }
    }

    /// <summary>The weight to all in a place further down.</summary>
    private static void AddBelow<T>(ReadOnlySpan<T> places, T place, T weight, Span<T> row)
        where T : struct, INumber<T>
    {
        var all = MemoryMarshal.Cast<T, Vector<T>>(places);
        var sums = MemoryMarshal.Cast<T, Vector<T>>(row);
        var (mark, each) = (new Vector<T>(place), new Vector<T>(weight));
        for (var i = 0; i < sums.Length; i++) sums[i] += Vector.GreaterThan(all[i], mark) & each;
        for (var one = sums.Length * Vector<T>.Count; one < row.Length; one++)
            if (places[one] > place) row[one] += weight;
    }
}
