using System.CommandLine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Society.Places;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary><c>federation plan --population N | --scenario S</c></summary>
internal static class PlanCommand
{
    private const long Most = 1_000_000_000_000;

    public static Command Create(Reporting reporting)
    {
        var population = new Option<long?>("--population") { Description = "How many people to organise.",
            HelpName = "N" };
        population.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(long.TryParse(result.Tokens[0].Value, out var given)
                && given is >= 1 and <= Most))
                result.AddError($"--population takes a whole number from 1 to {Most:#,0}");
        });
        var preset = new Option<string?>("--preset")
        {
            Description = "One structure of: " + string.Join(", ", StructurePreset.All.Select(one => one.Name))
                + "; all when left out.",
            HelpName = "NAME",
        };
        var scenario = new Option<string?>("--scenario") { Description = "The structure of a scenario instead.",
            HelpName = "S" };
        var set = RunOptions.Set();
        var command = new Command("plan", "Count what structures of circles cost: levels, seats, weeks and hours.")
        {
            population, preset, scenario, set,
        };
        return reporting.Reads(command, "plan", "federation plan --population 500000", (parsed, _, _) =>
        {
            var report = parsed.GetValue(scenario) is { } named
                ? Of(named, RunOptions.Settings(parsed.GetValue(set)), parsed.GetValue(population))
                : Of(parsed.GetValue(preset), parsed.GetValue(population) ?? throw CommandFailure.Usage(
                    "Nobody is to be organised", "Say how many: --population 500000; or --scenario cohousing"));
            return Task.FromResult(new Outcome(report, page => PlanView.Write(page, report)));
        });
    }

    private static PlanReport Of(string? named, long population)
    {
        var chosen = StructurePreset.All.Where(one => named is null || one.Name == named).ToArray();
        if (chosen.Length == 0)
            throw new CommandFailure(
                "usage", $"There is no preset '{named}'",
                Nearest.Suggest(named!, StructurePreset.All.Select(one => one.Name),
                    "See them all: federation plan --population 1000"),
                "--preset", ExitCode.Usage);
        return new PlanReport(population, [.. chosen.Select(one => Of(StructureSize.Of(one, population)))]);
    }

    private static PlanReport Of(string named, IEnumerable<string> settings, long? population)
    {
        if (population is not null)
            throw CommandFailure.Usage("A scenario has a population of its own",
                "Leave --population or --scenario out");
        var world = Worlds.Open(ScenarioCatalogue.Load(named, settings));
        var size = StructureSize.Of(
            world.Plan, world.Scenario.Name, world.Practice.Links.People, circle => world.Of(circle.Id).CadenceDays);
        return new PlanReport(world.Plan.People, [Of(size)]);
    }

    private static PresetReport Of(StructureSize size) => new(
        size.Name, size.Levels, size.Circles, size.LinkSeats, size.LinkShare, size.ParentSize, Range(size.WeeksUp),
        Range(size.WeeksUpAndDown), Range(size.HoursPerPersonMonth), size.Source);

    private static RangeReport Range(double assumed) => new(assumed / 2, assumed, assumed * 2);
}
