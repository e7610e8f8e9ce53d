using System.Diagnostics.CodeAnalysis;

namespace Federation.Governance.Linking;

/// <summary>Who joins a circle to its parent.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Single and double link are the field's words.")]
public enum LinkKind : byte
{
    /// <summary>A leader and the delegates; where one is away the others carry both ways.</summary>
    Double = 0,

    /// <summary>One person, elected by the child, carries both ways.</summary>
    Single = 1,

    /// <summary>As double, but only the leader carries down and only delegates carry up.</summary>
    Directional = 2,
}

/// <summary>What binds a delegate in the parent.</summary>
public enum Mandate : byte
{
    /// <summary>Their own judgement and a duty to report.</summary>
    Free = 0,

    /// <summary>They may consent only within the largest ball inside their members' common ground.</summary>
    Imperative = 1,
}

/// <summary>How the circles of a federation are linked.</summary>
/// <remarks>Meaning, unit, default and range of each are in docs/guide/scenario.md, section "links".</remarks>
public sealed record LinkPractice
{
    public LinkKind Kind { get; init; }

    /// <summary>Delegates each child elects, 1..5; a single link has one.</summary>
    public int Delegates { get; init; } = 1;

    /// <summary>Share of the child's departure from the status quo that a report keeps, 0..1.</summary>
    public double Fidelity { get; init; } = 1;

    /// <summary>Share of the duty to report that a year in office takes away, 0..1.</summary>
    public double Drift { get; init; }

    public Mandate Mandate { get; init; }

    /// <summary>A delegate whose stand above lies further from the circle's is recalled; 0 for never.</summary>
    public double RecallDistance { get; init; }

    /// <summary>Probability that a link person can carry one matter, 0..1.</summary>
    public double Survival { get; init; } = 1;

    /// <summary>Probability that all persons of one link share their fate in a matter, 0..1.</summary>
    public double CommonCause { get; init; }

    /// <summary>Whether anything can be lost on a link.</summary>
    public bool CanBreak => Survival < 1;

    /// <summary>People a full link has.</summary>
    public int People => Kind == LinkKind.Single ? 1 : Delegates + 1;

    /// <summary>How much of the duty still binds a delegate after some days in office: it falls in a
    /// straight line, by <see cref="Drift"/> a year of 365 days, to nothing.</summary>
    public double Binds(int days) => Drift <= 0 ? 1 : Spaces.Fixed.Round(Math.Max(0, 1 - (Drift * days / 365)));
}
