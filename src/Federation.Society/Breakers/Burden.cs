namespace Federation.Society.Breakers;

/// <summary>Who bears a burden, over groups of people who bear alike.</summary>
public static class Burden
{
    /// <summary>Gini index of the burden per person, groups weighed by their size: 0 when all bear alike or
    /// nobody anything, below 1.</summary>
    /// <remarks>1 - 2 times the area under the Lorenz curve.</remarks>
    public static double Gini(IReadOnlyCollection<(double Each, double People)> groups)
    {
        var (people, total) = (groups.Sum(group => group.People), groups.Sum(group => group.Each * group.People));
        if (people <= 0 || total <= 0) return 0;
        var (area, borne) = (0.0, 0.0);
        foreach (var group in groups.OrderBy(group => group.Each))
        {
            var more = group.Each * group.People;
            area += group.People * (borne + (more / 2));
            borne += more;
        }

        return 1 - (2 * area / (people * total));
    }

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
