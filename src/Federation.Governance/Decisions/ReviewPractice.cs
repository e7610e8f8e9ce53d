namespace Federation.Governance.Decisions;

/// <summary>What the owner of a text may do with review requests that no text can meet.</summary>
public sealed record ReviewPractice
{
    /// <summary>Whether it may suspend the text, until it hears the review, where it hears no more now.</summary>
    public bool Suspends { get; init; }

    /// <summary>How many circles it may grant a variance in one decision.</summary>
    public int VariancesMost { get; init; }

    /// <summary>How long a variance holds: the share of what is left of the agreement's term, 0..1.</summary>
    public double VarianceTerm { get; init; } = 0.5;
}
