using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>A parent's side of the link to one child: who sits here for it and what it last said.</summary>
/// <param name="Seal">The child's seal when it last answered.</param>
/// <param name="Delegate">Elected by the child; null until founded, or where a circle had nobody.</param>
/// <param name="Leader">Named here with the child's consent.</param>
/// <param name="Members">Who could be named leader; emptied once a leader is.</param>
/// <param name="Circles">Circles in the child and below.</param>
/// <param name="People">People living there.</param>
/// <param name="Belief">The mean belief the child last reported.</param>
/// <param name="Middle">What the child last said it would stand for.</param>
/// <param name="Considered">The child's last answer on the agreement that came down last.</param>
public sealed record DoubleLink(
    Digest Seal, Snapshot? Delegate, Snapshot? Leader, ImmutableArray<PersonId> Members,
    long Circles, long People, Point? Belief, Point? Middle, Reply.Considered? Considered)
{
    /// <summary>The child's domain since it was last changed here; null while the founding's holds.</summary>
    public Domain? Domain { get; init; }

    public static DoubleLink Planned(Digest seal) => new(seal, null, null, [], 0, 0, null, null, null);

    public void Write(CanonicalWriter writer)
    {
        writer.Digest(Seal);
        writer.Maybe(Delegate);
        writer.Maybe(Leader);
        writer.List(Members, (w, person) => w.Person(person));
        writer.Long(Circles);
        writer.Long(People);
        writer.Maybe(Belief);
        writer.Maybe(Middle);
        writer.Bool(Considered is not null);
        Considered?.Write(writer);
        writer.Maybe(Domain);
    }

    public static DoubleLink Read(ref CanonicalReader reader) =>
        new(reader.Digest(), reader.MaybeSnapshot(), reader.MaybeSnapshot(),
            reader.List((ref r) => r.Person()), reader.Long(), reader.Long(),
            reader.MaybePoint(), reader.MaybePoint(),
            reader.Bool() ? ReadConsidered(ref reader) : null)
        {
            Domain = reader.MaybeDomain(),
        };

    private static Reply.Considered ReadConsidered(ref CanonicalReader reader) =>
        Reply.Read(ref reader) as Reply.Considered ?? throw reader.Malformed("an answer to Consider");
}
