namespace Federation.Governance.Counting;

/// <summary>What ballots say about worth: as written, or read off a ranking.</summary>
internal static class Scoring
{
    /// <summary>The highest score that is read off a ranking.</summary>
    public const int Most = 5;

    /// <summary>Twice Borda's points: those below, and half of those in the same place.</summary>
    /// <param name="unranked">Below: they share the places after the last; not compared: nothing for them,
    /// and nothing for being above them.</param>
    public static void Points(Ballot ballot, Unranked unranked, Span<long> twice)
    {
        var below = unranked == Unranked.Below ? twice.Length : ballot.Ranked;
        twice.Fill(unranked == Unranked.Below ? twice.Length - ballot.Ranked - 1 : 0);
        for (var place = 0; place < ballot.Places; place++)
        {
            var equals = ballot.Place(place);
            below -= equals.Length;
            foreach (var one in equals) twice[one] = (2L * below) + equals.Length - 1;
        }
    }

    /// <summary>The ballot's scores, or Borda's points between its own least and most on 0 to 5, a half
    /// rounded to even.</summary>
    public static void Scores(Ballot ballot, Span<long> scores)
    {
        if (!ballot.Scores.IsEmpty)
        {
            for (var one = 0; one < scores.Length; one++) scores[one] = ballot.Scores[one];
            return;
        }

        Points(ballot, Unranked.Below, scores);
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var points in scores) (least, most) = (Math.Min(least, points), Math.Max(most, points));
        foreach (ref var points in scores)
        {
            if (most == least) points = 0;
            else
            {
                var (whole, rest) = Math.DivRem(Most * (points - least), most - least);
                var half = (2 * rest).CompareTo(most - least);
                points = half > 0 || (half == 0 && whole % 2 == 1) ? whole + 1 : whole;
            }
        }
    }

    /// <summary>Whom the ballot approves.</summary>
    /// <param name="worth">Room for a number for each.</param>
    /// <param name="approved">One for each, overwritten.</param>
    public static void Approve(Ballot ballot, Approving approving, Span<long> worth, Span<bool> approved)
    {
        approved.Clear();
        if (ballot.Ranked == 0) return;
        if (approving == Approving.Ranked && ballot.Scores.IsEmpty)
        {
            foreach (var one in ballot.All) approved[one] = true;
            return;
        }

        if (ballot.Scores.IsEmpty) Points(ballot, Unranked.Below, worth);
        else Scores(ballot, worth);
        var sum = 0L;
        foreach (var one in worth) sum += one;
        var least = approving == Approving.Mean ? sum : 0;
        for (var one = 0; one < worth.Length; one++)
            approved[one] = worth[one] > 0 && worth[one] * worth.Length >= least;
    }
}
