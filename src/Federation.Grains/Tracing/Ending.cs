using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Activity = System.Diagnostics.Activity;

namespace Federation.Grains.Tracing;

/// <summary>What a circle's span says when the circle is done with the matter.</summary>
internal static class Ending
{
    public static void Of(Activity decide, string outcome)
    {
        decide.SetTag(Tags.Outcome, outcome);
        if (Outcome.IsError(outcome))
            decide.SetTag(Tags.Error, Outcome.NotReached).SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>At the owner, when all below have answered.</summary>
    public static void Of(Activity decide, Reply.SpreadOut spread, CircleTrace circle) =>
        decide.SetTag(Tags.Outcome, "adopted").SetTag(Tags.Version, spread.Version)
            .SetTag(Tags.SpreadCircles, spread.Reach.Asked)
            .SetTag(Tags.SpreadCarried, spread.Reach.Carried)
            .SetTag(Tags.SpreadAdapted, spread.Reach.Adapted)
            .SetTag(Tags.SpreadUnresolved, spread.Reach.Unresolved)
            .SetTag(Tags.SpreadPages, circle.Run.Pages.CountFrom(circle.Here.Id));
}
