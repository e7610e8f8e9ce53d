using System.Collections.Immutable;

namespace Federation.Governance.Spaces;

/// <summary>How much each dimension counts: in the proposal, for everybody alike, and for one person.</summary>
/// <param name="Proposal">The metric a text is moved in: |p| = sqrt(sum s p^2). Above 0, 1 is plain.</param>
/// <param name="Own">What a person makes of it: their range is sum s w (p - z)^2 at most r^2. Above 0, 1 is
/// plain.</param>
/// <remarks>With the same for all people a range is a ball in the scaled space, else an ellipsoid. A box has the sides
/// r / sqrt(s w). Source: docs/guide/model.md, "Salience".</remarks>
public sealed record Salience(Point Proposal, Point Own)
{
    public static Salience OfProposal(Point weights) => new(weights, Point.Filled(weights.Dimensions, 1));

    /// <summary>What counts in a matter about some of the dimensions.</summary>
    public Salience In(ImmutableArray<int> dimensions)
    {
        if (dimensions.Length == Proposal.Dimensions) return this;
        Span<double> proposal = stackalloc double[dimensions.Length];
        Span<double> own = stackalloc double[dimensions.Length];
        for (var i = 0; i < dimensions.Length; i++)
            (proposal[i], own[i]) = (Proposal[dimensions[i]], Own[dimensions[i]]);
        return new Salience(new Point(proposal), new Point(own));
    }

    /// <summary>How much a dimension counts in all, for this person.</summary>
    internal double this[int dimension] => Proposal[dimension] * Own[dimension];

    internal double Distance(in Point one, in Point other)
    {
        var sum = 0.0;
        for (var k = 0; k < one.Dimensions; k++) sum += this[k] * (one[k] - other[k]) * (one[k] - other[k]);
        return Math.Sqrt(sum);
    }

    /// <summary>The point of the ellipsoid that is nearest to a point outside it, in the proposal's metric.</summary>
    /// <remarks>
    /// Lagrange: x - z = (p - z) / (1 + l w), with l the root of f(l) = sum s w (p - z)^2 / (1 + l w)^2 = r^2,
    /// the secular equation. 1 / sqrt(f) is nearly a straight line, so that Newton's method on it comes from l = 0
    /// without overshooting. Source: Conn, Gould and Toint, "Trust-Region Methods" (2000), section 7.3.
    /// </remarks>
    internal Point Project(in Point centre, double radius, in Point point)
    {
        if (radius <= 0) return centre;
        var l = 0.0;
        for (var step = 0; step < StepsMax; step++)
        {
            var (f, slope) = (0.0, 0.0);
            for (var k = 0; k < point.Dimensions; k++)
            {
                var (away, part) = (point[k] - centre[k], 1 / (1 + (l * Own[k])));
                var term = this[k] * away * away * part * part;
                f += term;
                slope -= 2 * term * Own[k] * part;
            }

            var by = 2 * f * ((Math.Sqrt(f) / radius) - 1) / -slope;
            if (!(by > l * Rounding)) break;
            l += by;
        }

        Span<double> nearest = stackalloc double[point.Dimensions];
        for (var k = 0; k < nearest.Length; k++)
            nearest[k] = centre[k] + ((point[k] - centre[k]) / (1 + (l * Own[k])));
        return new Point(nearest);
    }

    private const int StepsMax = 60;
    private const double Rounding = 1e-16;
}
