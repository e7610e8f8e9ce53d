using System.Collections.Immutable;

namespace Federation.Society.Places;

/// <summary>A way people have proposed or practised to build circles of circles.</summary>
/// <param name="Leaf">People in a circle of the base.</param>
/// <param name="FanOut">Circles below a circle.</param>
/// <param name="Links">Link seats a circle has in the one above: 2 for a double link.</param>
/// <param name="DaysBetween">Between a circle's meetings.</param>
/// <param name="Source">Who says so; what nobody says is marked assumed.</param>
public sealed record StructurePreset(string Name, int Leaf, int FanOut, int Links, int DaysBetween, string Source)
{
    public static ImmutableArray<StructurePreset> All { get; } =
    [
        new("sofa", 8, 3, 2, 14, "circles of 5 to 8, parents of 8 to 10: practitioners' forum, Sociocracy For All; "
            + "every 2 to 4 weeks: S3 practical guide"),
        new("departments", 12, 5, 2, 28, "2 to 5 departments below a general circle: Sociocracy For All; "
            + "4 to 8 weeks: SCM consultancy"),
        new("villines", 20, 9, 2, 28,
            "20 as the most a circle works well with: Villines, sociocracy.info; rhythm assumed"),
        new("india", 125, 10, 5, 7, "30 families, areas of 10 units, 5 representatives each, weekly: neighbourhood "
            + "parliaments, Edwin John"),
        new("sonec", 100, 30, 2, 28, "20 to 40 households: SoNeC; 30 units and rhythm assumed"),
        new("boeke", 150, 40, 1, 28, "neighbourhoods of 150, wards of 6,000: Boeke 1945; rhythm assumed"),
        new("swiss", 4000, 80, 2, 91, "2,100 communes, 26 cantons, 2 seats a canton; it decides by vote; figures "
            + "rounded, rhythm assumed"),
    ];
}

/// <summary>What a structure costs and how long it takes, by arithmetic.</summary>
/// <param name="Levels">Circles from a person's own to the top one, both counted.</param>
/// <param name="LinkShare">Link seats for each person, as if nobody held two.</param>
/// <param name="ParentSize">Link persons from below in a full circle.</param>
/// <param name="WeeksUp">A request waits half a rhythm in each circle on the way.</param>
/// <param name="HoursPerPersonMonth">Everybody in their own circle and links above, over all people.</param>
public sealed record StructureSize(
    string Name, int Levels, long Circles, long LinkSeats, double LinkShare, double ParentSize, double WeeksUp,
    double WeeksUpAndDown, double HoursPerPersonMonth, string Source)
{
    /// <summary>A meeting lasts 90 to 120 minutes: S3 practical guide.</summary>
    public const double HoursPerMeeting = 1.75;

    private const double DaysPerMonth = 365.25 / 12;

    /// <param name="population">At least 1.</param>
    public static StructureSize Of(StructurePreset preset, long population)
    {
        ArgumentNullException.ThrowIfNull(preset);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        var row = Over(population, preset.Leaf);
        var (levels, circles) = (1, row);
        while (row > 1)
        {
            row = Over(row, preset.FanOut);
            circles += row;
            levels++;
        }

        return Of(
            preset.Name, levels, circles, population, preset.Links, preset.FanOut * preset.Links,
            levels * preset.DaysBetween / 14.0, preset.DaysBetween, preset.Source);
    }

    /// <summary>A plan as it stands, with its own rhythms.</summary>
    /// <param name="links">Link seats a circle has in the one above.</param>
    /// <param name="daysBetween">By a circle: between its meetings.</param>
    public static StructureSize Of(FederationPlan plan, string name, int links, Func<PlannedCircle, int> daysBetween)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(daysBetween);
        var (parents, children, deepest, days, hours) = (0L, 0L, plan.Find(plan.Root), 0.0, 0.0);
        foreach (var circle in plan.All())
        {
            if (circle.Depth > deepest.Depth) deepest = circle;
            if (!circle.IsLeaf) (parents, children) = (parents + 1, children + circle.Children.Length);
            var members = circle.IsLeaf ? circle.People : (circle.Children.Length * links) + links;
            hours += members * HoursPerMeeting * DaysPerMonth / daysBetween(circle);
        }

        for (var at = deepest; ; at = plan.Find(at.Id.Parent!.Value))
        {
            days += daysBetween(at) / 2.0;
            if (at.Id.Parent is null) break;
        }

        var size = Of(
            name, deepest.Depth + 1, plan.Circles, plan.People, links,
            parents == 0 ? 0 : (double)children * links / parents, days / 7, 1, "the scenario's own plan and rhythms");
        return size with { HoursPerPersonMonth = hours / plan.People };
    }

    private static StructureSize Of(
        string name, int levels, long circles, long people, int links, double parents, double weeksUp, double days,
        string source)
    {
        var seats = (circles - 1) * links;
        return new StructureSize(
            name, levels, circles, seats, (double)seats / people, levels == 1 ? 0 : parents, weeksUp, 2 * weeksUp,
            HoursPerMeeting * DaysPerMonth / days * (people + (double)seats) / people, source);
    }

    private static long Over(long all, int each) => (all + each - 1) / each;
}
