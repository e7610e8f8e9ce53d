using Federation.Society.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing.Simulating;

namespace Federation.Society.Tests.Runs;

public sealed class ReferenceTests
{
    [Fact]
    public void The_same_scenario_gives_the_same_stored_bytes()
    {
        var (first, second) = (new Reference(Scenes.TownWith()), new Reference(Scenes.TownWith()));
        first.Run();
        second.Run();

        Assert.Equal(13, first.Circles.Count);
        Assert.All(first.Circles, one => Assert.Equal(one.Value.Encode(), second.Circles[one.Key].Encode()));
    }

    [Fact]
    public void Another_driver_of_the_same_machine_gives_the_same_seals()
    {
        var world = Scenes.TownWith();
        var seals = new Reference(world).Run().Seals;

        Assert.True(seals.SequenceEqual(Campaign.Undergone(world.Of, world.OpenRegister, seeds: 5).Seals));
    }

    [Theory]
    [InlineData("seed=12")]
    [InlineData("replication=1")]
    public void Another_seed_or_replication_gives_another_run(string setting)
    {
        var (one, other) = (Outcome("town"), Of(Scenes.TownWith(setting)));
        Assert.NotEqual(one.Seal, other.Seal);
        Assert.NotEqual(one.Decisions[0].Decided, other.Decisions[0].Decided);
    }

    /// <summary>Every row of the table of keys that can be given another value.</summary>
    public static TheoryData<string> Settings => [.. ScenarioKeys.All.SelectMany(Another)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_key_is_part_of_the_genesis(string setting) =>
        Assert.NotEqual(Scenes.TownWith(Areas).Genesis, Scenes.TownWith(Areas, setting).Genesis);

    /// <summary>A grid needs a level its forecast is of.</summary>
    private const string Areas = "breaker.forecastLevel=town";

    [Fact]
    public void Nearly_every_key_of_the_table_is_among_them() =>
        Assert.InRange(ScenarioKeys.All.SelectMany(Another).Count(), 60, 300);

    /// <summary>Shares of a term, a status quo or a spread need not be multiples of 2^-40.</summary>
    [Theory]
    [InlineData("process.terms=[1, 0.7, 0.3]")]
    [InlineData("process.latitude=0.0333")]
    [InlineData("statusQuo={speed: 33, quiet: 2.2}")]
    [InlineData("needs.coordination=0.77")]
    [InlineData("process.reportNoise=0.07")]
    [InlineData("process.measureWidens=0.33")]
    [InlineData("process.keeps=0.33")]
    [InlineData("process.integration=one")]
    [InlineData("people.toleranceShape=box")]
    [InlineData("people.ground=belief")]
    public void Any_number_a_scenario_may_have_can_be_stored(string setting) =>
        Assert.Equal(3, Of(Scenes.TownWith(setting)).Decisions.Length);

    /// <summary>
    /// Seals and key figures as they are. After a change that is meant to change results, run the tests
    /// with UPDATE_GENERATED=1 and read the difference before it is committed.
    /// </summary>
    [Theory]
    [InlineData("cohousing")]
    [InlineData("endenburg-1976")]
    [InlineData("town")]
    public void Seals_and_key_figures_are_those_on_record(string name) =>
        Golden.MustBe($"tests/Federation.Society.Tests/Runs/golden/{name}.txt", Lines(Outcome(name)));

    internal static RunOutcome Outcome(string name) =>
        Of(name == "town" ? Scenes.TownWith() : Scenes.Shipped(name));

    private static RunOutcome Of(People.World world) => Outcomes.Of(world, new Reference(world).Run());

    private static IEnumerable<string> Lines(RunOutcome run)
    {
        yield return $"{run.Circles} circles, {run.People} people for {run.Represented}, {run.Cycles} cycles";
        foreach (var seal in run.Seals) yield return $"cycle {seal.Cycle}, day {seal.Day}, {seal.Scope}: {seal.Seal}";
        foreach (var one in run.Decisions)
        {
            yield return $"{one.Id}. {one.Title}";
            yield return $"  {one.Outcome} by {one.Circle}, version {one.Version}, {one.TermDays} days, rung '{one.Rung}', "
                + $"{one.LevelsUp} up, {one.LevelsDown} down";
            yield return $"  {one.Proposed} -> {one.Decided}";
            yield return $"  asked {one.CirclesAsked}: carried {one.CirclesCarried}, adapted {one.CirclesAdapted}, "
                + $"unresolved {one.CirclesUnresolved}, declined {one.CirclesDeclined}; {one.CirclesObjecting} objecting, "
                + $"{one.Objections} objections, {one.Integrated} integrated, {one.ReviewRequests} reviews";
            yield return $"  {one.PersonHours.Mid:F2} h, {one.Weeks.Low:F2}/{one.Weeks.Mid:F2}/{one.Weeks.High:F2} weeks, harm {one.HarmMean:F9}, "
                + $"worst tenth {one.HarmWorstDecile:F9}, outside {one.OutsideTolerance:F6}";
            foreach (var moment in one.Moments)
                yield return $"    {moment.Circle} {moment.Kind} {moment.Member} {moment.Argument} [{moment.To}]";
        }
    }

    private static IEnumerable<string> Another(ScenarioKey key)
    {
        if (!key.Only.IsEmpty && !key.Only.Contains("tree")) yield break;
        // Keys that mean something only together: ResolvedScenarioTests reads them back.
        if (key.Path.StartsWith("agenda[].domain.", StringComparison.Ordinal)) yield break;
        var path = key.Path.Replace("[]", ".1", StringComparison.Ordinal);
        if (Written.TryGetValue(key.Path, out var value)) yield return $"{path}={value}";
        else if (key.Kind is KeyKind.Choice && key.Words.Length > 1 && key.Path != "federation.kind")
            foreach (var word in key.Words.Where(word => !word.Equals(key.Default))) yield return $"{path}={word}";
        else if (key.Kind is KeyKind.Number or KeyKind.Whole && key.Default is not null && !key.Path.Contains("[]", StringComparison.Ordinal))
            yield return $"{path}={Nearby(key)}";
    }

    private static double Nearby(ScenarioKey key)
    {
        var (value, step) = (Convert.ToDouble(key.Default), key.Kind is KeyKind.Whole ? 1 : .013);
        return value + step <= key.High ? value + step : value - step;
    }

    private static readonly Dictionary<string, string> Written = new()
    {
        ["name"] = "village", ["about"] = "Something else.", ["seed"] = "12",
        ["federation.fanOuts"] = "[3, 4]", ["federation.levels"] = "[town, ward, street]", ["federation.members"] = "8",
        ["space.dimensions[].unit"] = "mph", ["space.dimensions[].low"] = "19",
        ["space.dimensions[].high"] = "61", ["space.dimensions[].lowText"] = "slow", ["space.dimensions[].highText"] = "fast",
        ["statusQuo"] = "{speed: 49, quiet: 1}", ["people.toleranceLow"] = "0.13", ["people.toleranceHigh"] = "0.31",
        ["people.levelSpread"] = "{street: 0.2}", ["needs.levelSpread"] = "{street: 0.2}",
        ["agenda[].title"] = "Slow", ["agenda[].circle"] = "town/c1/c2", ["agenda[].affects"] = "town/c1",
        ["agenda[].effect"] = "invites", ["agenda[].position"] = "{speed: 25}", ["agenda[].term"] = "7 months",
        ["agenda[].day"] = "2", ["agenda[].deadline"] = "30", ["process.forms"] = "[amend]", ["process.terms"] = "[1, 0.4]",
        ["process.ladder"] = "[park]",
    };
}
