using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What a circle learns of its need at a review, through an agreement's measure.</summary>
internal static class Learning
{
    /// <summary>The reading: on the dimension of a concern with its own metric the error is half as large.</summary>
    /// <param name="metric">That dimension; -1 for none.</param>
    public static Point Read(int metric, Request request, Surroundings here)
    {
        var day = request.Day.Mid;
        var read = here.Observed(request.Decision, request.Cycle, day);
        if (metric >= 0) read = read.With(metric, (read[metric] + here.NeedOn(day)[metric]) / 2);
        return Fixed.Round(read);
    }

    /// <summary>Beliefs follow as in talk: by as much as a person is open. Residents keep what they learnt;
    /// above the leaves the circle keeps it for whoever sits there.</summary>
    public static Circle Learn(Circle circle, Agreement agreement, Point observed, Surroundings here)
    {
        if (!here.IsLeaf)
            return circle with { Lessons = Lesson.Add(circle.Lessons, agreement.Dimensions, observed) };
        var changed = new Changed[here.Residents];
        for (var index = 0; index < changed.Length; index++)
        {
            var home = Voices.Home(circle, here, index);
            var openness = 1 - here.Resident(index).Conviction;
            var belief = home.Belief;
            foreach (var dimension in agreement.Dimensions)
                belief = belief.With(
                    dimension, belief[dimension] + ((observed[dimension] - belief[dimension]) * openness));
            changed[index] = home with { Belief = Fixed.Round(belief) };
        }

        return circle with { Changed = ChangedOpinions.Of(changed) };
    }
}
