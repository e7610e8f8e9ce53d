using System.Collections.Immutable;
using CsCheck;
using Federation.Society.Cases;
using Federation.Society.Scenarios;
using Federation.Society.Tests.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Cases;

public sealed class ShrinkingTests
{
    /// <summary>Trees of two to four levels with up to five matters and a changed setting or two.</summary>
    private static readonly Gen<Scenario> Federations =
        from fanOuts in Gen.Int[1, 4].Array[1, 3]
        from members in Gen.Int[3, 9]
        from matters in Gen.Int[1, 5]
        from attendance in Gen.Int[1, 9]
        select Made([.. fanOuts], members, matters, attendance / 10.0);

    [Fact]
    public void What_is_left_still_shows_it_is_never_larger_and_has_nothing_to_spare() =>
        Gen.Select(Federations, Gen.Int[1, 30], Gen.Int[1, 5], Gen.Bool).Sample((scenario, circles, matters, needsSetting) =>
        {
            if (!Shows(scenario)) return;

            var smallest = Shrinking.Shrink(scenario, Shows, ChangedSettings.TakenBack);

            Assert.True(Shows(smallest));
            Assert.False(Size(scenario).IsBelow(Size(smallest)));
            Assert.DoesNotContain(Shrinking.Smaller(smallest, ChangedSettings.TakenBack), Shows);
            Assert.Equal(scenario.Seed, smallest.Seed);

            bool Shows(Scenario one) => Size(one).Circles >= circles && one.Agenda.Length >= matters
                && (!needsSetting || one.People.Attendance < 0.5);
        }, iter: 200);

    [Fact]
    public void Every_step_is_smaller_and_every_circle_it_names_is_there() => Federations.Sample(scenario =>
        Assert.All(Shrinking.Smaller(scenario, ChangedSettings.TakenBack), smaller =>
        {
            Assert.True(Size(smaller).IsBelow(Size(scenario)));
            Storage.Runs.Worlds.Open(smaller);
            Assert.Equal(Enumerable.Range(1, smaller.Agenda.Length), smaller.Agenda.Select(matter => matter.Id));
        }), iter: 50);

    [Theory]
    [InlineData("cohousing")]
    [InlineData("endenburg-1976")]
    public void Circles_written_out_shrink_from_the_top_and_from_the_side(string name)
    {
        var scenario = ScenarioCatalogue.Load(name);

        var smallest = Shrinking.Shrink(scenario, one => Size(one).Circles >= 3, ChangedSettings.TakenBack);

        Assert.Equal((3L, 6L, 1), (Size(smallest).Circles, Size(smallest).People, smallest.Agenda.Length));
        Records.Of(ScenarioReader.Parse(ScenarioFile.Text(smallest, []), "shrunk"));
    }

    [Fact]
    public void The_real_planet_shrinks_to_a_made_up_tree()
    {
        var smallest = Shrinking.Shrink(ScenarioCatalogue.Load("demo"), _ => true, ChangedSettings.TakenBack);

        Assert.Equal(new Largeness(1, 3, 1, 0), Size(smallest));
    }

    private static Largeness Size(Scenario scenario) =>
        Largeness.Of(scenario, ChangedSettings.Of(scenario).Count());

    private static Scenario Made(ImmutableArray<int> fanOuts, int members, int matters, double attendance)
    {
        var town = ScenarioReader.Parse(Scenes.Town, "town.yaml");
        var leaf = string.Join('/', fanOuts.Select(fanOut => $"c{fanOut}").Prepend("l0"));
        return town with
        {
            Federation = new FederationShape.Tree(
                fanOuts, [.. Enumerable.Range(0, fanOuts.Length + 1).Select(level => $"l{level}")], members),
            People = town.People with { Attendance = attendance },
            Agenda = [.. Enumerable.Range(1, matters).Select(id => town.Agenda[0] with
            {
                Id = id, Circle = leaf, Affects = "l0", Day = id,
            })],
        };
    }
}
