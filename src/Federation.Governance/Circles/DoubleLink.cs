using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>A parent's side of the link to one child: who sits here for it and what it last said.</summary>
/// <param name="Seal">The child's seal when it last answered.</param>
/// <param name="Delegates">Elected by the child; none until founded, or where a circle had nobody.</param>
/// <param name="Leader">Named here with the child's consent; nobody where links are single.</param>
/// <param name="Members">Who could be named leader; emptied once a leader is.</param>
/// <param name="Circles">Circles in the child and below.</param>
/// <param name="People">People living there.</param>
/// <param name="Belief">The mean belief the child last reported.</param>
/// <param name="Middle">What the child last said it would stand for.</param>
/// <param name="Room">Under an imperative mandate, how far from there its delegates may consent;
/// null under a free one.</param>
/// <param name="Considered">The child's last answer on the agreement that came down last.</param>
public sealed record DoubleLink(
    Digest Seal, ImmutableArray<Mandated> Delegates, Snapshot? Leader, ImmutableArray<PersonId> Members,
    long Circles, long People, Point? Belief, Point? Middle, double? Room, Reply.Considered? Considered)
{
    /// <summary>The child's domain since it was last changed here; null while the founding's holds.</summary>
    public Domain? Domain { get; init; }

    public static DoubleLink Planned(Digest seal) => new(seal, [], null, [], 0, 0, null, null, null, null);

    /// <summary>The first of the delegates.</summary>
    public Snapshot? Delegate => Delegates.IsEmpty ? null : Delegates[0].Snapshot;

    /// <summary>Whether a person sits here for the child.</summary>
    public bool Seats(PersonId person)
    {
        if (Leader?.Person == person) return true;
        foreach (var one in Delegates)
            if (one.Person == person) return true;
        return false;
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Digest(Seal);
        writer.List(Delegates, (w, one) => one.Write(w));
        writer.Maybe(Leader);
        writer.List(Members, (w, person) => w.Person(person));
        writer.Long(Circles);
        writer.Long(People);
        writer.Maybe(Belief);
        writer.Maybe(Middle);
        writer.Maybe(Room);
        writer.Bool(Considered is not null);
        Considered?.Write(writer);
        writer.Maybe(Domain);
    }

    public static DoubleLink Read(ref CanonicalReader reader) =>
        new(reader.Digest(), reader.List((ref r) => Mandated.Read(ref r)), reader.MaybeSnapshot(),
            reader.List((ref r) => r.Person()), reader.Long(), reader.Long(),
            reader.MaybePoint(), reader.MaybePoint(), reader.MaybeNumber(),
            reader.Bool() ? ReadConsidered(ref reader) : null)
        {
            Domain = reader.MaybeDomain(),
        };

    private static Reply.Considered ReadConsidered(ref CanonicalReader reader) =>
        Reply.Read(ref reader) as Reply.Considered ?? throw reader.Malformed("an answer to Consider");
}
