using System.Text.Json.Nodes;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class PlanTests
{
    [Fact]
    public async Task Structures_stand_side_by_side_as_ranges()
    {
        var plan = await Invocation.Of("plan", "--population", "500000", "--json");

        Assert.Equal(ExitCode.Ok, plan.Code);
        foreach (var one in plan.Json["presets"]!.AsArray())
        {
            Assert.Empty("name levels circles linkSeats linkShare parentSize weeksUp weeksUpAndDown hoursPerPersonMonth".Split(' ')
                .Except(one!.AsObject().Select(property => property.Key)));
            Assert.Equal(4 * (double)one["weeksUp"]!["low"]!, (double)one["weeksUp"]!["high"]!, 9);
            Assert.NotEqual("", (string)one["source"]!);
        }
    }

    [Fact]
    public async Task A_scenario_has_the_structure_it_writes()
    {
        var plan = await Invocation.Of("plan", "--scenario", "cohousing", "--json");

        JsonNode one = Assert.Single(plan.Json["presets"]!.AsArray())!;
        Assert.Equal((3, 6L, 10L), ((int)one["levels"]!, (long)one["circles"]!, (long)one["linkSeats"]!));
        Assert.Equal((14 + 30 + 30) / 14.0, (double)one["weeksUp"]!["mid"]!, 9);
    }

    [Theory]
    [InlineData("--population 0")]
    [InlineData("--population many")]
    [InlineData("")]
    [InlineData("--population 10 --preset sofaa")]
    [InlineData("--population 10 --scenario cohousing")]
    [InlineData("--scenario cohuosing")]
    public async Task What_makes_no_sense_is_refused_with_a_remedy(string arguments)
    {
        var plan = await Invocation.Of(["plan", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--json"]);

        Assert.Equal(ExitCode.Usage, plan.Code);
        Assert.NotEqual("", (string)plan.Json["error"]!["remedy"]!);
    }
}
