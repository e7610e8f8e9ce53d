using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What a circle that was consulted says to one matter.</summary>
/// <param name="Consents">Whether its meeting found a text all can live with.</param>
/// <param name="Point">That text; without one, the middle of its members. Its links speak for it above.</param>
public sealed record Stance(int Decision, bool Consents, Point Point, Effort Effort)
{
    /// <summary>The link of the circle that said it: its persons speak for it in the circle above.</summary>
    internal DoubleLink SpeaksThrough(DoubleLink link, ImmutableArray<int> dimensions)
    {
        var facets = new Facets(dimensions, Point);
        return link with { Middle = facets.Onto(facets.Of(Point), link.Middle ?? Point) };
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Decision);
        writer.Bool(Consents);
        writer.Point(Point);
        Effort.Write(writer);
    }

    public static Stance Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Bool(), reader.Point(), Effort.Read(ref reader));
}
