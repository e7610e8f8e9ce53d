using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Linking;

/// <summary>What a parent tells a child of their link when it convenes it.</summary>
/// <param name="Delegates">Who it holds to be the child's delegates; the child compares.</param>
/// <param name="Leader">Likewise its leader.</param>
/// <param name="Named">Whom it would name leader, best first; empty where the seat is not open.</param>
/// <param name="Passing">People of the child or below who sit above the parent.</param>
public sealed record Linked(
    ImmutableArray<PersonId> Delegates, PersonId? Leader, ImmutableArray<PersonId> Named,
    ImmutableArray<PersonId> Passing)
{
    /// <summary>Whom the parent removed from its meetings: they link nobody to it any more.</summary>
    public ImmutableArray<PersonId> Removed { get; init; } = [];

    public void Write(CanonicalWriter writer)
    {
        writer.List(Delegates, (w, person) => w.Person(person));
        writer.Maybe(Leader);
        writer.List(Named, (w, person) => w.Person(person));
        writer.List(Passing, (w, person) => w.Person(person));
        writer.List(Removed, (w, person) => w.Person(person));
    }

    public static Linked Read(ref CanonicalReader reader) => new(
        reader.List((ref r) => r.Person()), reader.MaybePerson(),
        reader.List((ref r) => r.Person()), reader.List((ref r) => r.Person()))
    {
        Removed = reader.List((ref r) => r.Person()),
    };
}
