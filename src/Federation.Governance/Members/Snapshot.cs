using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Members;

/// <summary>A person as their home circle last knew them: what travels along a link.</summary>
/// <param name="Preference">What they would like, in the whole issue space.</param>
/// <param name="Tolerance">Radius of their range of tolerance, coordinate units.</param>
/// <param name="Conviction">"Immunity to change", 0..1: 1 never moves in talk.</param>
/// <param name="Skill">How well they read what a circle needs, 0..1.</param>
public sealed record Snapshot(
    PersonId Person, Point Preference, double Tolerance, double Conviction, double Skill)
{
    public void Write(CanonicalWriter writer)
    {
        writer.Person(Person);
        writer.Point(Preference);
        writer.Number(Tolerance);
        writer.Number(Conviction);
        writer.Number(Skill);
    }

    public static Snapshot Read(ref CanonicalReader reader) =>
        new(reader.Person(), reader.Point(), reader.Number(), reader.Number(), reader.Number());
}
