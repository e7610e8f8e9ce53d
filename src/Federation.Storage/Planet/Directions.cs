using Federation.Society.Places;

namespace Federation.Storage.Planet;

/// <summary>Coordinates as integer vectors, computed once at the edge.</summary>
/// <remarks>
/// The core knows no sine, because libraries differ in its last bits. Here those bits are rounded
/// away: a step of <see cref="Direction.Scale"/> is 1e-6, libraries differ by about 1e-16, so a
/// coordinate could differ only if it lay within about 1e-9 of a step from a half step. The nearest
/// of the shipped ones is thousands of times further off, which a test holds (six metres on the
/// ground is the price).
/// </remarks>
public static class Directions
{
    private const double RadiansPerDegree = Math.PI / 180;

    /// <param name="latitude">Degrees north, -90..90.</param>
    /// <param name="longitude">Degrees east, -180..180.</param>
    public static Direction Of(double latitude, double longitude)
    {
        var (x, y, z) = Unrounded(latitude, longitude);
        return new Direction(Round(x), Round(y), Round(z));
    }

    /// <summary>The vector in steps of <see cref="Direction.Scale"/> before rounding.</summary>
    public static (double X, double Y, double Z) Unrounded(double latitude, double longitude)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude * RadiansPerDegree);
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude * RadiansPerDegree);
        return (Direction.Scale * cosLatitude * cosLongitude,
            Direction.Scale * cosLatitude * sinLongitude,
            Direction.Scale * sinLatitude);
    }

    private static int Round(double steps) => (int)Math.Round(steps, MidpointRounding.AwayFromZero);
}
