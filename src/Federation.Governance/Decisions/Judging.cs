namespace Federation.Governance.Decisions;

/// <summary>Which objections a circle integrates, and who judges them.</summary>
public enum Gate : byte
{
    /// <summary>Sociocracy For All: the circle integrates every objection raised.</summary>
    Sofa = 0,

    /// <summary>Sociocratic Circle-organization Method: argued, and paramount as the objector judges.</summary>
    Scm = 1,

    /// <summary>Sociocracy 3.0: the group tests the argument; what does not qualify is a concern.</summary>
    S3 = 2,

    /// <summary>Holacracy: the facilitator tests the form of the argument by four criteria.</summary>
    Holacracy = 3,
}

/// <summary>What the gates go by.</summary>
public sealed record Judging
{
    /// <summary>Under <see cref="Gate.Scm"/> an objection is paramount if the text lies further outside the
    /// range than this share of its radius, 0..2.</summary>
    public double Paramount { get; init; } = 0.1;

    /// <summary>Under <see cref="Gate.S3"/>: the probability that a group sees through a false argument.</summary>
    public double Screened { get; init; } = 0.7;

    /// <summary>Under <see cref="Gate.S3"/>: the probability that a group wrongly dismisses a true one.</summary>
    public double Misjudged { get; init; } = 0.02;
}
