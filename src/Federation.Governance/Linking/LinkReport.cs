using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Linking;

/// <summary>What a child tells its parent of their link after its meeting.</summary>
/// <param name="Delegates">Who sits above for it now, and how much of the mandate binds each.</param>
/// <param name="Leader">Its leader now.</param>
/// <param name="Members">Whom the parent may name leader from; empty where the seat is not open.</param>
/// <param name="Room">Under an imperative mandate the radius of the ball the delegates may consent
/// within; null under a free one.</param>
public sealed record LinkReport(
    ImmutableArray<LinkReport.Elected> Delegates, PersonId? Leader, ImmutableArray<PersonId> Members,
    double? Room)
{
    /// <summary>One delegate and the share of the duty to report that still binds them, 0..1.</summary>
    public readonly record struct Elected(PersonId Person, double Binds);

    public void Write(CanonicalWriter writer)
    {
        writer.List(Delegates, (w, one) =>
        {
            w.Person(one.Person);
            w.Number(one.Binds);
        });
        writer.Maybe(Leader);
        writer.List(Members, (w, person) => w.Person(person));
        writer.Maybe(Room);
    }

    public static LinkReport Read(ref CanonicalReader reader) => new(
        reader.List((ref r) => new Elected(r.Person(), r.Number())), reader.MaybePerson(),
        reader.List((ref r) => r.Person()), reader.MaybeNumber());
}
