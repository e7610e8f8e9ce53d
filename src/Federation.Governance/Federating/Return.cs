using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What a meeting did to a preference of somebody who lives below: sent home link by link.</summary>
/// <param name="Cycle">The cycle of the meeting; the home circle applies returns in the order of
/// (cycle, depth, decision).</param>
/// <param name="Depth">The depth of the circle that met.</param>
/// <param name="Via">The child the person came up through, at the circle that holds the return now.</param>
/// <param name="Change">What is added to the preference.</param>
public readonly record struct Return(
    int Cycle, int Depth, int Decision, PersonId Person, int Via, Point Change)
{
    public void Write(CanonicalWriter writer)
    {
        writer.Int(Cycle);
        writer.Int(Depth);
        writer.Int(Decision);
        writer.Person(Person);
        writer.Int(Via);
        writer.Point(Change);
    }

    public static Return Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Int(), reader.Int(), reader.Person(), reader.Int(), reader.Point());
}
