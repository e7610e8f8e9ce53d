using Federation.Governance.Chance;

namespace Federation.Check.Known;

/// <summary>Majorities on a line and in a plane.</summary>
public static class Spatial
{
    /// <summary>What an agenda setter gets from a majority on a line (Romer and Rosenthal 1978).</summary>
    public static double Setter(double median, double setter, double statusQuo)
    {
        var mirrored = (2 * median) - statusQuo;
        return Math.Clamp(setter, Math.Min(statusQuo, mirrored), Math.Max(statusQuo, mirrored));
    }

    /// <summary>The share of random line-ups in which the median beats a random other point.</summary>
    public static double MedianWins(int people, int runs)
    {
        var wins = 0;
        for (var run = 0; run < runs; run++)
        {
            var draws = new Draws(new Dice(25, 0), (ulong)run);
            double[] ideals = [.. Enumerable.Range(0, people).Select(_ => draws.Uniform()).Order()];
            var (median, other) = (ideals[people / 2], draws.Uniform());
            if (other.Equals(median) || ideals.Count(one =>
                Math.Abs(one - median) < Math.Abs(one - other)) > people / 2) wins++;
        }

        return (double)wins / runs;
    }

    /// <summary>McKelvey's road away: three people, each step a majority of two for a point further out.</summary>
    /// <returns>The distance from the middle after each step; not a number if a step had no majority.</returns>
    public static double[] Astray(int steps, double factor)
    {
        (double X, double Y)[] ideals = [(0, 0), (1, 0), (.5, Math.Sqrt(3) / 2)];
        var middle = (X: .5, Y: Math.Sqrt(3) / 6);
        var (at, distances) = (middle, new double[steps]);
        for (var step = 0; step < steps; step++)
        {
            var next = Enumerable.Range(0, 3).Select(side => Across(at, ideals[side], ideals[(side + 1) % 3], factor))
                .MaxBy(point => Apart(point, middle));
            distances[step] = ideals.Count(one => Apart(one, next) < Apart(one, at)) == 2 ? Apart(next, middle)
                : double.NaN;
            at = next;
        }

        return distances;
    }

    private static (double X, double Y) Across(
        (double X, double Y) point, (double X, double Y) from, (double X, double Y) to, double factor)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var along = (((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / ((dx * dx) + (dy * dy));
        var (x, y) = (from.X + (along * dx), from.Y + (along * dy));
        return (x + (factor * (x - point.X)), y + (factor * (y - point.Y)));
    }

    private static double Apart((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
