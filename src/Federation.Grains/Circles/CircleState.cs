using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Grains.Circles;

/// <summary>What is stored of a circle grain: the circle, and nothing beside it.</summary>
/// <remarks>The stored payload is the circle's canonical encoding, so that its seal covers every byte.</remarks>
public sealed class CircleState
{
    public Circle? Circle { get; set; }
}

/// <summary>What is stored of a full page of a circle's logbook.</summary>
public sealed class PageState
{
    public LogbookPage? Page { get; set; }
}
