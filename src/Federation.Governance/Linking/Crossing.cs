using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;

namespace Federation.Governance.Linking;

/// <summary>Whether a matter gets across the link between a circle and its parent.</summary>
/// <remarks>
/// Each link person can carry it with probability s. In a double link either carries both ways, so
/// it gets across with 1 - (1-s)^2; in a directional one only a delegate carries up and only the
/// leader down. With common cause b all share one fate with probability b, and the double link gets
/// across with 1 - (b (1-s) + (1-b) (1-s)^2): the beta-factor model of dependability engineering.
/// </remarks>
public static class Crossing
{
    /// <param name="delegates">How many delegates can carry it.</param>
    /// <param name="leader">Whether the leader can.</param>
    public static (bool Up, bool Down) Open(LinkKind kind, int delegates, bool leader) =>
        kind == LinkKind.Directional ? (delegates > 0, leader)
        : delegates > 0 || leader ? (true, true)
        : (false, false);

    /// <summary>In the child.</summary>
    internal static (bool Up, bool Down) Of(Circle circle, int decision, Surroundings here)
    {
        var (delegates, leader) = (0, false);
        foreach (var seat in circle.Seats)
        {
            if (seat.Role is not (Role.Delegate or Role.Leader)) continue;
            if (!Carries(circle.Id, seat.Person, decision, here)) continue;
            if (seat.Role == Role.Leader) leader = true;
            else delegates++;
        }

        return Open(here.Practice.Links.Kind, delegates, leader);
    }

    /// <summary>In the parent.</summary>
    internal static (bool Up, bool Down) Of(DoubleLink link, CircleId below, int decision, Surroundings here)
    {
        var delegates = 0;
        foreach (var elected in link.Delegates)
            if (Carries(below, elected.Person, decision, here)) delegates++;
        return Open(
            here.Practice.Links.Kind, delegates,
            link.Leader is { } named && Carries(below, named.Person, decision, here));
    }

    private static bool Carries(CircleId below, PersonId person, int decision, Surroundings here) =>
        !here.Practice.Links.CanBreak || here.Carries(below, person, decision);
}
