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
    // Which column of the views is whose, once some are barred; null while all are there.
    private int[]? _columns;

    /// <summary>Who would take the role if proposed.</summary>
    public Func<PersonId, bool> Willing { get; init; } = _ => true;

    /// <summary>Who holds it now; null for a new role or a vacant seat.</summary>
    public PersonId? Incumbent { get; init; }

    /// <summary>What is added to every view of a candidate, as <see cref="Candidates"/>; empty for nothing.</summary>
    public ImmutableArray<double> Shifts { get; init; } = [];

    /// <summary>What a member thinks of a candidate, both by number.</summary>
    public double View(int by, int of)
    {
        var view = Views[by, _columns is null ? of : _columns[of]];
        return Shifts.IsEmpty ? view : Math.Clamp(view + Shifts[of], 0, 1);
    }

    /// <summary>The same members about fewer candidates.</summary>
    public Gathering Without(Func<PersonId, bool> barred)
    {
        Span<int> left = stackalloc int[Candidates.Length];
        var count = 0;
        for (var of = 0; of < Candidates.Length; of++)
            if (!barred(Candidates[of])) left[count++] = of;
        if (count == Candidates.Length) return this;
        var columns = left[..count].ToArray();
        var candidates = ImmutableArray.CreateBuilder<PersonId>(count);
        foreach (var of in columns) candidates.Add(Candidates[of]);
        var shifts = ImmutableArray.CreateBuilder<double>(Shifts.IsEmpty ? 0 : count);
        for (var i = 0; i < shifts.Capacity; i++) shifts.Add(Shifts[columns[i]]);
        for (var i = 0; _columns is not null && i < count; i++) columns[i] = _columns[columns[i]];
        return this with
        {
            Candidates = candidates.MoveToImmutable(), Shifts = shifts.MoveToImmutable(), _columns = columns,
        };
    }
}
