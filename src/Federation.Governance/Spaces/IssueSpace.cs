using System.Collections.Immutable;

namespace Federation.Governance.Spaces;

/// <summary>The dimensions a federation's proposals can move in, 1 to 8 of them.</summary>
public sealed record IssueSpace(ImmutableArray<Dimension> Dimensions)
{
    public int Count => Dimensions.Length;
}
