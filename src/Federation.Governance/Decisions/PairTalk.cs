using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>Talk two and two: Deffuant and Weisbuch's model, with conviction.</summary>
/// <remarks>
/// Two who are near enough go towards each other by half their distance, each by their openness;
/// nothing draws them back to where they began. Arguments are exchanged whatever the distance.
/// Source: Deffuant, Neau, Amblard and Weisbuch 2000 (their mu is one half).
/// </remarks>
public static class PairTalk
{
    private const double Towards = 0.5;

    /// <param name="order">Everybody's number, by lot: the first talks with the second, the third with
    /// the fourth; of an odd number the last talks with nobody.</param>
    public static void Round(
        Span<Point> preferences, Span<Point> beliefs, ReadOnlySpan<double> openness,
        ReadOnlySpan<double> skill, double confidence, ReadOnlySpan<int> order)
    {
        for (var at = 0; at + 1 < order.Length; at += 2)
        {
            var (a, b) = (order[at], order[at + 1]);
            var revealed = ((beliefs[a] * skill[a]) + (beliefs[b] * skill[b])) * (1 / (skill[a] + skill[b]));
            Move(ref beliefs[a], revealed, openness[a]);
            Move(ref beliefs[b], revealed, openness[b]);
            var (one, other) = (preferences[a], preferences[b]);
            if (confidence > 0 && !Tolerance.Within(one.DistanceTo(other), confidence)) continue;
            Move(ref preferences[a], other, Towards * openness[a]);
            Move(ref preferences[b], one, Towards * openness[b]);
        }
    }

    private static void Move(ref Point place, Point to, double share) =>
        place = Fixed.Round(place + ((to - place) * share));
}
