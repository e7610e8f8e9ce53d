namespace Federation.Society.Tests.Known;

/// <summary>How unequal shares are, and how far seats are from ballots.</summary>
public static class Inequality
{
    /// <summary>Gini: 0 for equal shares, up to 1 - 1/n when one has everything.</summary>
    public static double Gini(params ReadOnlySpan<double> shares)
    {
        var ascending = shares.ToArray();
        Array.Sort(ascending);
        var (ranked, sum) = (0.0, 0.0);
        for (var i = 0; i < ascending.Length; i++)
        {
            ranked += ((2 * (i + 1)) - ascending.Length - 1) * ascending[i];
            sum += ascending[i];
        }

        return ranked / (ascending.Length * sum);
    }

    /// <summary>Gallagher's least squares index of two lists of percentages, 0..100.</summary>
    public static double Gallagher(ReadOnlySpan<double> ballots, ReadOnlySpan<double> seats)
    {
        var sum = 0.0;
        for (var i = 0; i < ballots.Length; i++) sum += (ballots[i] - seats[i]) * (ballots[i] - seats[i]);
        return Math.Sqrt(sum / 2);
    }

    /// <summary>Loosemore and Hanby's: half the sum of the differences.</summary>
    public static double LoosemoreHanby(ReadOnlySpan<double> ballots, ReadOnlySpan<double> seats)
    {
        var sum = 0.0;
        for (var i = 0; i < ballots.Length; i++) sum += Math.Abs(ballots[i] - seats[i]);
        return sum / 2;
    }
}
