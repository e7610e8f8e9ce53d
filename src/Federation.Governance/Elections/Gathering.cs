using System.Collections.Immutable;
using Federation.Governance.Members;

namespace Federation.Governance.Elections;

/// <summary>Who selects whom, and what they think of each other before any reason is heard.</summary>
/// <param name="Members">Who names and consents, in ascending order.</param>
/// <param name="Candidates">Who may be named, in ascending order.</param>
/// <param name="Views">By member, then candidate: how fit for the role, 0..1.</param>
/// <param name="Openness">How far reasons move a member: 1 - conviction.</param>
/// <param name="Least">The least fitness a member consents to.</param>
/// <param name="Lot">Settles exact ties; the larger lot comes first.</param>
public sealed record Gathering(
    ImmutableArray<PersonId> Members, ImmutableArray<PersonId> Candidates, double[,] Views,
    Func<int, double> Openness, double Least, Func<PersonId, ulong> Lot)
{
    /// <summary>Who would take the role if proposed.</summary>
    public Func<PersonId, bool> Willing { get; init; } = _ => true;

    /// <summary>Who holds it now; null for a new role or a vacant seat.</summary>
    public PersonId? Incumbent { get; init; }

    /// <summary>The same members about fewer candidates.</summary>
    public Gathering Without(Func<PersonId, bool> barred)
    {
        if (!Candidates.Any(barred)) return this;
        var left = Enumerable.Range(0, Candidates.Length)
            .Where(of => !barred(Candidates[of])).ToImmutableArray();
        var views = new double[Members.Length, left.Length];
        for (var by = 0; by < Members.Length; by++)
            for (var of = 0; of < left.Length; of++) views[by, of] = Views[by, left[of]];
        return this with { Candidates = [.. left.Select(of => Candidates[of])], Views = views };
    }
}
