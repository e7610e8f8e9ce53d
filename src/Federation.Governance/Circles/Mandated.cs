using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Circles;

/// <summary>A delegate as the parent knows them.</summary>
/// <param name="Binds">The share of the duty to report that still binds them, 0..1: a mandate loosens
/// with the time in office (docs/guide/model.md, "Links").</param>
public sealed record Mandated(Snapshot Snapshot, double Binds)
{
    public PersonId Person => Snapshot.Person;

    public void Write(CanonicalWriter writer)
    {
        Snapshot.Write(writer);
        writer.Number(Binds);
    }

    public static Mandated Read(ref CanonicalReader reader) => new(Snapshot.Read(ref reader), reader.Number());
}
