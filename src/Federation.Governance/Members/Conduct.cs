namespace Federation.Governance.Members;

/// <summary>How a person behaves in a meeting: what strains the process, or nothing of it.</summary>
public enum Conduct : byte
{
    /// <summary>Says what they think and consents to whatever they can live with.</summary>
    Honest = 0,

    /// <summary>Overstates: claims to tolerate less, and to stand further from the text, than is true.</summary>
    Exaggerates = 1,

    /// <summary>Objects to every text, gives no reason and helps nobody to resolve it.</summary>
    Blocks = 2,

    /// <summary>Speaks for somebody else's text and accepts no other.</summary>
    Captured = 3,

    /// <summary>A captured member who is no person: somebody else sits in the circle under this name too.</summary>
    Fake = 4,

    /// <summary>States the range that, given what the others state, brings the outcome nearest to what
    /// they really want.</summary>
    Manipulates = 5,
}
