using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A circle that divided into sub-circles carries an agreement out in several ways at once.</summary>
internal static class Dividing
{
    /// <summary>The agreement with the sub-circles' texts, where the meeting ended with any.</summary>
    public static Work Into(Work work, int decision, Held held, Surroundings here)
    {
        if (held.Minutes.Parts.IsEmpty) return work;
        var agreement = Considering.Find(work.Circle, decision) with
        {
            Parts = held.Minutes.Parts,
            PartOf = here.IsLeaf ? OfResidents(work.Circle, held, here) : OfChildren(held, here),
        };
        return work with
        {
            Circle = work.Circle with { Agreements = Deliberating.Replace(work.Circle.Agreements, agreement) },
        };
    }

    /// <summary>One request to all children or, where the circle divided, one for every sub-circle's.</summary>
    public static ImmutableArray<(int Child, Request Request)> ToEach(
        Agreement agreement, IEnumerable<int> children, Func<Point, Request> asking)
    {
        if (agreement.Parts.IsEmpty)
        {
            var same = asking(agreement.CarriedOut);
            return [.. children.Select(child => (child, same))];
        }

        return [.. children.Select(child => (child, asking(agreement.CarriedOutFor(child))))];
    }

    /// <summary>A figure of the way it is carried out, in the mean over the circle's people.</summary>
    public static double Mean(Agreement agreement, Func<Point, double> figure)
    {
        if (agreement.Parts.IsEmpty) return figure(agreement.CarriedOut);
        var sum = 0.0;
        foreach (var part in agreement.PartOf) sum += figure(agreement.Parts[part]);
        return sum / agreement.PartOf.Length;
    }

    /// <summary>Who was not there joins the sub-circle whose text is nearest to where they stand.</summary>
    private static ImmutableArray<int> OfResidents(Circle circle, Held held, Surroundings here)
    {
        var facets = new Facets(held.Minutes.Dimensions, here.StatusQuo);
        var partOf = ImmutableArray.CreateBuilder<int>(here.Residents);
        for (var index = 0; index < here.Residents; index++)
        {
            var voice = Voices.Living(circle, here, index);
            partOf.Add(Find(held, one => one.Person == voice.Person) ?? Nearest(
                held.Minutes.Parts, facets,
                here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief)));
        }

        return partOf.MoveToImmutable();
    }

    /// <summary>A child goes with its delegate; with its leader where that one was not there; else with the
    /// first sub-circle.</summary>
    private static ImmutableArray<int> OfChildren(Held held, Surroundings here) =>
        [.. Enumerable.Range(0, here.Children.Length).Select(child =>
            Find(held, one => one.Via == child && one.Role == Role.Delegate)
            ?? Find(held, one => one.Via == child) ?? 0)];

    private static int? Find(Held held, Func<Voice, bool> who)
    {
        for (var i = 0; i < held.Meeting.Present.Length; i++)
            if (who(held.Meeting.Present[i])) return held.Minutes.PartOf[i];
        return null;
    }

    private static int Nearest(ImmutableArray<Point> parts, Facets facets, Point stand)
    {
        var nearest = 0;
        for (var part = 1; part < parts.Length; part++)
            if (facets.Of(parts[part]).DistanceTo(facets.Of(stand))
                < facets.Of(parts[nearest]).DistanceTo(facets.Of(stand))) nearest = part;
        return nearest;
    }
}
