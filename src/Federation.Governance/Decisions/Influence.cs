using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>How far what is heard moves a preference: Friedkin and Johnsen's model.</summary>
/// <remarks>
/// x_i(r+1) = l_i (weighted mean of what i hears) + (1 - l_i) x_i(0), l the openness. With l = 1 for
/// all it is DeGroot's model; with l = 1 and weights of 1 for whoever is near enough and 0 for the
/// rest, Hegselmann and Krause's. Sums are taken directly, in member order: differences of running
/// sums would end in wrong clusters. Source: Friedkin and Johnsen 1990.
/// </remarks>
public static class Influence
{
    /// <summary>One synchronous step, in place.</summary>
    /// <param name="weights">Row by row, what each gives to everybody's preference: 0 or more, in
    /// every row one above 0; rows need not sum to 1.</param>
    public static void Step(
        Span<Point> places, ReadOnlySpan<Point> first, ReadOnlySpan<double> openness, ReadOnlySpan<double> weights)
    {
        var heard = places.ToArray();
        for (var i = 0; i < places.Length; i++)
            places[i] = Moved(Mean(heard, weights.Slice(i * heard.Length, heard.Length)), first[i], openness[i]);
    }

    /// <summary>What one person hears on the whole.</summary>
    internal static Point Mean(ReadOnlySpan<Point> heard, ReadOnlySpan<double> weights)
    {
        var (sum, all) = (Point.Filled(heard[0].Dimensions, 0), 0.0);
        for (var j = 0; j < heard.Length; j++)
        {
            if (weights[j] <= 0) continue;
            sum += heard[j] * weights[j];
            all += weights[j];
        }

        return sum * (1 / all);
    }

    internal static Point Moved(Point mean, Point first, double openness) =>
        Fixed.Round((mean * openness) + (first * (1 - openness)));
}
