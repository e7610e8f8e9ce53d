using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>An exception the owner of a text consented to for one circle and those below it.</summary>
/// <param name="Circle">Whose exception it is; it cannot grant one to itself.</param>
/// <param name="Text">What holds there instead, possibly outside the latitude: the status quo where
/// the text is suspended.</param>
/// <param name="UntilDay">The first simulated day on which the owner's text holds again.</param>
/// <param name="ReviewDay">When it is looked at again.</param>
/// <param name="Suspends">Whether the text is not in force until the review is heard, rather than
/// replaced by another.</param>
public sealed record Variance(
    int Decision, CircleId Circle, Point Text, int FromDay, int UntilDay, int ReviewDay, bool Suspends)
{
    public void Write(CanonicalWriter writer)
    {
        writer.Int(Decision);
        writer.Text(Circle.Path);
        writer.Point(Text);
        writer.Int(FromDay);
        writer.Int(UntilDay);
        writer.Int(ReviewDay);
        writer.Bool(Suspends);
    }

    public static Variance Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Circle(), reader.Point(), reader.Int(), reader.Int(), reader.Int(),
            reader.Bool());
}
