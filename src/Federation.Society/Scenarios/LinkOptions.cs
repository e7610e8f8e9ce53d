namespace Federation.Society.Scenarios;

/// <summary>How circles are joined to the circle above them.</summary>
public sealed record LinkOptions
{
    /// <summary>"double": a leader and the delegates; "single": one person; "directional": the leader
    /// carries only down, delegates only up.</summary>
    public string Kind { get; init; } = "double";

    /// <summary>Delegates each child elects, 1..5.</summary>
    public int Delegates { get; init; } = 1;

    /// <summary>Share of the circle's departure from the status quo that a delegate's report keeps, 0..1.</summary>
    public double Fidelity { get; init; } = 1;

    /// <summary>Share of the duty to report that a year in office takes away, 0..1.</summary>
    public double Drift { get; init; }

    /// <summary>"free", or "imperative": delegates consent only within their members' common ground.</summary>
    public string Mandate { get; init; } = "free";

    /// <summary>A delegate whose stand lies further from the circle's is recalled; 0 for never.</summary>
    public double RecallDistance { get; init; }

    /// <summary>Probability that a link person can carry one matter, 0..1.</summary>
    public double Survival { get; init; } = 1;

    /// <summary>Probability that all persons of one link share their fate in a matter, 0..1.</summary>
    public double CommonCause { get; init; }
}

/// <summary>How people are chosen for roles.</summary>
public sealed record SelectionOptions
{
    /// <summary>"sofa", "scm", "s3", "holacracy"; to compare with "plurality", "irv", "condorcet", "lot",
    /// "likeness" and "tolerance".</summary>
    public string Variant { get; init; } = "sofa";

    /// <summary>Days until a role is filled anew; 0 for never.</summary>
    public int TermDays { get; init; }

    /// <summary>Probability that a person declines a role when proposed, 0..1.</summary>
    public double Refusal { get; init; }

    /// <summary>"proposed": whoever is proposed may decline; "first": all are asked before names are given, and
    /// only who is willing is named.</summary>
    public string Willing { get; init; } = "proposed";
}
