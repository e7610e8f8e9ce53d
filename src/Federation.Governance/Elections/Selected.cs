using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Elections;

/// <summary>Who holds the role, after how many names, against how many objections.</summary>
/// <param name="Person">Null when everybody who could be proposed declined.</param>
/// <param name="Consented">False when the person holds the role only until the next meeting.</param>
public readonly record struct Selected(PersonId? Person, int Names, int Objections, bool Consented)
{
    /// <summary>What a logbook should say besides the result, in order.</summary>
    public ImmutableArray<SelectionStep> Steps { get; init; } = [];

    /// <summary>Whether the first named was consented to and nothing happened on the way.</summary>
    public bool IsPlain => Consented && Names == 1 && Steps.IsEmpty;

    public bool Equals(Selected other) =>
        (Person, Names, Objections, Consented) == (other.Person, other.Names, other.Objections, other.Consented);

    public override int GetHashCode() => HashCode.Combine(Person, Names, Objections, Consented);
}

/// <summary>Something that happened on the way to a choice.</summary>
/// <param name="Kind">Nominated, refused, a tie settled, or the incumbent extended.</param>
/// <param name="Count">How many named them; for a tie which link of its chain settled it.</param>
public readonly record struct SelectionStep(EntryKind Kind, PersonId Person, int Count);

/// <summary>The chain that settles ties, the first that tells two people apart.</summary>
public enum TieBreak : byte
{
    SelfNominator = 1,
    Incumbent = 2,
    Lot = 3,

    /// <summary>The last two links where ballots are counted: <see cref="Counting.TieLink"/>.</summary>
    EarlierRound = 4,
    HeadToHead = 5,
}
