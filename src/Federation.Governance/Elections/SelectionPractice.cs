namespace Federation.Governance.Elections;

/// <summary>How a person is chosen for a role. Values are never renumbered.</summary>
public enum SelectionVariant : byte
{
    /// <summary>Sociocracy For All: the facilitator proposes on the strength of reasons; consent.</summary>
    Sofa = 0,

    /// <summary>Endenburg's method as Villines writes it down: reasons are grouped per nominee, so
    /// those who name a person add their weight; consent.</summary>
    Scm = 1,

    /// <summary>Sociocracy 3.0: whoever knows nobody fit may pass, and the nominee's own objection is
    /// heard first.</summary>
    S3 = 2,

    /// <summary>Holacracy: most nominations; a tie goes to the sole self-nominator, the incumbent, the
    /// lot; then the round of objections.</summary>
    Holacracy = 3,

    /// <summary>To compare with: most nominations, no reasons, no consent.</summary>
    Plurality = 4,

    /// <summary>To compare with: the lot among all.</summary>
    Lot = 5,

    /// <summary>A stress test: people name whoever likes what they like.</summary>
    Likeness = 6,

    /// <summary>A stress test: people name whoever can live with most.</summary>
    Tolerance = 7,

    /// <summary>To compare with: ballots that rank everybody, counted by instant runoff; no reasons, no
    /// consent.</summary>
    Irv = 8,

    /// <summary>To compare with: the same ballots; whoever beats every other head to head or, in a circle of
    /// defeats, whose worst defeat is smallest.</summary>
    Condorcet = 9,
}

/// <summary>How the circles of a federation fill their roles.</summary>
/// <remarks>Meaning, unit, default and range of each are in docs/guide/scenario.md, section "selection".</remarks>
public sealed record SelectionPractice
{
    public SelectionVariant Variant { get; init; }

    /// <summary>Days until a role is filled anew; 0 for never.</summary>
    public int TermDays { get; init; }

    /// <summary>Probability that a person declines a role when proposed, 0..1.</summary>
    public double Refusal { get; init; }

    /// <summary>Whether people are asked before names are given, so that only who is willing is named.</summary>
    public bool AsksFirst { get; init; }
}
