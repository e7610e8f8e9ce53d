using System.Collections.Immutable;

namespace Federation.Society.Places;

/// <summary>Where a place lies, seen from the middle of the Earth: a unit vector in
/// millionths.</summary>
/// <remarks>Whole numbers, so that nearness is the same on every machine.</remarks>
public readonly record struct Direction(int X, int Y, int Z)
{
    /// <summary>Steps to the Earth's radius: one step is about six metres.</summary>
    public const int Scale = 1_000_000;

    /// <summary>The squared straight line through the Earth between two places, 0..4 Scale^2;
    /// orders places by distance exactly as the way over the surface does.</summary>
    public long SquaredChordTo(Direction other)
    {
        long x = X - other.X, y = Y - other.Y, z = Z - other.Z;
        return x * x + y * y + z * z;
    }

    /// <summary>The coordinate along one axis: 0 for X, 1 for Y, 2 for Z.</summary>
    public int Along(int axis) => axis switch { 0 => X, 1 => Y, _ => Z };

    /// <summary>Where the people of several places are on average; the zero vector if there are
    /// none.</summary>
    public static Direction MeanOf(ImmutableArray<(Direction At, long People)> places)
    {
        Int128 x = 0, y = 0, z = 0;
        foreach (var (at, people) in places)
        {
            x += (Int128)at.X * people;
            y += (Int128)at.Y * people;
            z += (Int128)at.Z * people;
        }

        double dx = (double)x, dy = (double)y, dz = (double)z;
        var length = Math.Sqrt(dx * dx + dy * dy + dz * dz);
        return length == 0 ? default : new Direction(Step(dx), Step(dy), Step(dz));

        int Step(double sum) => (int)Math.Round(sum / length * Scale);
    }
}
