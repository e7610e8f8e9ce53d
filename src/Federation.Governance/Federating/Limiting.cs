using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What agreements of other circles in force here leave open to a circle's own texts.</summary>
internal static class Limiting
{
    /// <summary>Whether they leave room for a text: where they do not, the matter is not the circle's.</summary>
    public static bool LeavesRoom(Circle circle, Proposal proposal, int day)
    {
        foreach (var (agreement, shared) in On(circle, proposal.Dimensions, day))
            if (!Allows(agreement, shared, proposal.Text)) return false;
        return true;
    }

    /// <summary>What they leave open in all of a matter's dimensions, which talk and shaping must not
    /// leave; null where nothing limits them all.</summary>
    public static Acceptance? Room(Circle circle, Proposal proposal, int day, Surroundings here)
    {
        foreach (var (agreement, shared) in On(circle, proposal.Dimensions, day))
        {
            if (shared.Length < proposal.Dimensions.Length) continue;
            var facets = new Facets(shared, here.StatusQuo);
            return new Acceptance(facets.Of(agreement.Text), agreement.Latitude, here.Practice.BoxRanges);
        }

        return null;
    }

    /// <summary>The circle's own agreements in force that a limit from above does not allow.</summary>
    public static IEnumerable<Agreement> Contradicting(Circle circle, Agreement limit, int day) =>
        !Limits(limit) ? [] : circle.Agreements.Where(own =>
            own.Owner == circle.Id && own.Change is null && own.InForce(day)
            && Shared(own.Dimensions, limit) is { IsEmpty: false } shared && !Allows(limit, shared, own.Text));

    /// <summary>Other limits in force here that leave no text which keeps both.</summary>
    public static IEnumerable<Agreement> Excluding(Circle circle, Agreement limit, int day) =>
        !Limits(limit) ? [] : On(circle, limit.Dimensions, day)
            .Where(one => one.Agreement.Decision != limit.Decision
                && Apart(limit, one.Agreement, one.Shared)
                    > limit.Latitude + one.Agreement.Latitude + Tolerance.Epsilon)
            .Select(one => one.Agreement);

    /// <summary>The text a limit would have to leave room for, so that another agreement can be kept with it:
    /// that agreement's own or, of another limit, what comes nearest within it.</summary>
    public static Point Wanted(Agreement limit, Agreement other, bool isOwn)
    {
        var facets = new Facets(
            limit.Dimensions.RemoveAll(dimension => !other.Dimensions.Contains(dimension)), limit.Text);
        var (from, to) = (facets.Of(limit.Text), facets.Of(other.Text));
        if (!isOwn) to = new Acceptance(to, other.Latitude, false).Project(from);
        return Fixed.Round(facets.Whole(to));
    }

    private static double Apart(Agreement limit, Agreement other, ImmutableArray<int> shared)
    {
        var facets = new Facets(shared, limit.Text);
        return facets.Of(limit.Text).DistanceTo(facets.Of(other.Text));
    }

    private static List<(Agreement Agreement, ImmutableArray<int> Shared)> On(
        Circle circle, ImmutableArray<int> dimensions, int day)
    {
        var limits = new List<(Agreement, ImmutableArray<int>)>();
        foreach (var agreement in circle.Agreements)
        {
            if (agreement.Owner == circle.Id || !Limits(agreement)) continue;
            if (!agreement.InForce(day) || Granting.IsSuspended(circle, agreement.Decision, day)) continue;
            if (Shared(dimensions, agreement) is { IsEmpty: false } shared) limits.Add((agreement, shared));
        }

        return limits;
    }

    private static bool Limits(Agreement agreement) =>
        agreement.Effect is Effect.Limits or Effect.Ratify;

    private static ImmutableArray<int> Shared(ImmutableArray<int> dimensions, Agreement agreement) =>
        dimensions.RemoveAll(dimension => !agreement.Dimensions.Contains(dimension));

    private static bool Allows(Agreement limit, ImmutableArray<int> shared, Point text)
    {
        var facets = new Facets(shared, limit.Text);
        return Tolerance.Within(facets.Of(text).DistanceTo(facets.Of(limit.Text)), limit.Latitude);
    }
}
