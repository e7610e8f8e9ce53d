using Federation.Society.Places;

namespace Federation.Society.Tests.Places;

/// <summary>The arithmetic of structures, against a table worked out on its own for the people of the earth.</summary>
public sealed class StructureSizeTests
{
    private const long Everybody = 8_100_000_000;

    [Theory]
    [InlineData("sofa", 20, 1.52e9, 3.0e9, 0.375, 6, 20)]
    [InlineData("departments", 14, 0.84e9, 1.7e9, 0.21, 10, 28)]
    [InlineData("villines", 11, 0.46e9, 0.91e9, 0.11, 18, 22)]
    [InlineData("india", 9, 72e6, 0.36e9, 0.044, 50, 4.5)]
    [InlineData("sonec", 7, 84e6, 0.17e9, 0.021, 60, 14)]
    [InlineData("boeke", 6, 55e6, 55e6, 0.007, 40, 12)]
    public void The_planet_in_every_structure(
        string name, int levels, double circles, double seats, double share, double parents, double weeks)
    {
        var size = StructureSize.Of(Preset(name), Everybody);

        Assert.Equal((levels, parents, weeks), (size.Levels, size.ParentSize, size.WeeksUp));
        Assert.InRange(size.Circles / circles, 0.98, 1.02);
        Assert.InRange(size.LinkSeats / seats, 0.95, 1.05);
        Assert.InRange(size.LinkShare / share, 0.95, 1.05);
        Assert.Equal(2 * size.WeeksUp, size.WeeksUpAndDown);
    }

    [Theory]
    [InlineData("sofa", 500_000, 12)]
    [InlineData("villines", 500_000, 6)]
    [InlineData("india", 500_000, 5)]
    [InlineData("boeke", 500_000, 4)]
    [InlineData("sofa", 9_000_000, 14)]
    [InlineData("boeke", 9_000_000, 4)]
    public void A_city_and_a_country_have_the_levels_of_the_table(string name, long people, int levels) =>
        Assert.Equal(levels, StructureSize.Of(Preset(name), people).Levels);

    [Fact]
    public void One_circle_has_no_links_and_no_parents()
    {
        var size = StructureSize.Of(Preset("sofa"), 8);

        Assert.Equal((1, 1, 0, 0), (size.Levels, size.Circles, size.LinkSeats, size.ParentSize));
    }

    /// <summary>A regular tree says the same as the preset it was made from.</summary>
    [Fact]
    public void A_plan_is_counted_as_arithmetic_counts_it()
    {
        var tree = new TreePlan(new Society.Scenarios.FederationShape.Tree([3, 3], ["a", "b", "c"], 8));
        var (planned, counted) = (StructureSize.Of(tree, "tree", 2, _ => 14), StructureSize.Of(Preset("sofa"), 72));

        Assert.Equal(
            (counted.Levels, counted.Circles, counted.LinkSeats, counted.ParentSize, counted.WeeksUp),
            (planned.Levels, planned.Circles, planned.LinkSeats, planned.ParentSize, planned.WeeksUp));
    }

    private static StructurePreset Preset(string name) => StructurePreset.All.Single(one => one.Name == name);
}
