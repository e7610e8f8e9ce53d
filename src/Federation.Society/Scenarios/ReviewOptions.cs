namespace Federation.Society.Scenarios;

/// <summary>What the owner of a text may do with review requests that no text meets.</summary>
public sealed record ReviewOptions
{
    /// <summary>"never", or "byConsent": the owner may consent to suspend its text, where no text met the
    /// request, until the day of its review.</summary>
    public string Suspend { get; init; } = "never";

    /// <summary>"noted": agreements that contradict each other are only told; "resolved": the circle that
    /// finds them asks the owner of the text from above for a review.</summary>
    public string Contradictions { get; init; } = "noted";

    /// <summary>How many circles may be granted a variance in one decision, 0..8.</summary>
    public int Variances { get; init; }

    /// <summary>How long a variance holds: share of what is left of the agreement's term, 0..1.</summary>
    public double VarianceTerm { get; init; } = 0.5;
}
