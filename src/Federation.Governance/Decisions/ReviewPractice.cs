namespace Federation.Governance.Decisions;

/// <summary>What the owner of a text may do with review requests that no text can meet.</summary>
public sealed record ReviewPractice
{
    /// <summary>Whether it may suspend the text, until its review, in circles whose request no text met.</summary>
    public bool Suspends { get; init; }

    /// <summary>Whether a circle that finds agreements contradicting each other asks for a review of the one
    /// from above, so that the lowest circle above both resolves it by consent; else it only notes it.</summary>
    public bool Resolves { get; init; }

    /// <summary>How many circles it may grant a variance in one decision.</summary>
    public int VariancesMost { get; init; }

    /// <summary>How long a variance holds: the share of what is left of the agreement's term, 0..1.</summary>
    public double VarianceTerm { get; init; } = 0.5;
}
