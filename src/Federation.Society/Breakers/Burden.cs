namespace Federation.Society.Breakers;

/// <summary>Who bears a burden, over groups of people who bear alike.</summary>
public static class Burden
{
    /// <summary>Mean burden of the tenth of people who bear most.</summary>
    public static double WorstDecile(IReadOnlyCollection<(double Each, double People)> groups)
    {
        var tenth = groups.Sum(group => group.People) / 10;
        if (tenth <= 0) return 0;
        var (left, borne) = (tenth, 0.0);
        foreach (var group in groups.OrderByDescending(group => group.Each))
        {
            var people = Math.Min(left, group.People);
            borne += people * group.Each;
            left -= people;
            if (left <= 0) break;
        }

        return borne / tenth;
    }
}
