using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Counting;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>One decision by a rule, in the matter's dimensions: between what, and how.</summary>
/// <param name="Brought">The text as it is put: as brought or as shaped.</param>
/// <param name="Amended">The same after integration; equal where nothing may be amended.</param>
/// <param name="Origin">Where it was raised, and who may set its agenda or rule on it.</param>
/// <param name="Depth">The depth of the circle that decides.</param>
internal sealed record AtStake(
    RulePractice Rule, int Decision, ImmutableArray<int> Dimensions, Point StatusQuo, Point Brought, Point Amended,
    CircleId Origin, int Depth)
{
    /// <summary>The nearest point the circle may decide on.</summary>
    public required Func<Point, Point> Within { get; init; }

    /// <summary>The lot of an alternative by its number.</summary>
    public required Func<int, ulong> Lot { get; init; }

    /// <summary>What is missed when something about a person is written down, with a standard deviation.</summary>
    public required Func<PersonId, double, Point> Misread { get; init; }

    /// <summary>What a person believes the deciding circle needs.</summary>
    public required Func<Caster, Point> BeliefAbout { get; init; }

    /// <summary>How people talk.</summary>
    public required Practice Practice { get; init; }

    /// <summary>Where somebody stands after talk.</summary>
    public required Func<Caster, Point, Point, Point> StandOn { get; init; }

    public Question Ask(Inquiry inquiry) =>
        new(inquiry, Decision, Dimensions, StatusQuo, Brought, Amended) { OwnerDepth = Depth };

    /// <summary>The last links of the one chain for ties: nearest to what holds, then the lot.</summary>
    public TieChain Ties(ImmutableArray<Point> alternatives) => new(
        [.. alternatives.Select((_, number) => Lot(number))],
        [.. alternatives.Select(point => point.DistanceTo(StatusQuo))]);
}

/// <summary>What a rule made of the answers.</summary>
/// <param name="For">The weight behind the text, where ballots were counted.</param>
internal sealed record Ruling(Point Text, long For = 0, long Against = 0)
{
    /// <summary>Ties settled on the way.</summary>
    public ImmutableArray<Tie> Ties { get; init; } = [];

    /// <summary>Whether too few took part.</summary>
    public bool NoQuorum { get; init; }

    /// <summary>Who decided alone, set the agenda or was elected.</summary>
    public Caster? By { get; init; }

    /// <summary>How many decided for all.</summary>
    public int Members { get; init; }
}

/// <summary>What a rule does next: ask a question, or settle the matter.</summary>
internal abstract record Move
{
    private Move() { }

    public sealed record Ask(Question Question) : Move;

    public sealed record Settle(Ruling Ruling) : Move;
}
