using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Cases;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;

namespace Federation.Society.Tests.Cases;

/// <summary>Runs to look for cases in, as they were or with a circle's record changed.</summary>
internal static class Records
{
    public static FinishedRun Of(Scenario scenario) => Of(Worlds.Open(scenario));

    public static FinishedRun Of(World world)
    {
        var reference = new Reference(world);
        return FinishedRun.Of(reference, reference.Run());
    }

    /// <summary>The run with one circle recorded otherwise; left out where the change gives null.</summary>
    public static FinishedRun Changed(FinishedRun run, string path, Func<Circle, Circle?> change) => new(
        run.World, run.Register, run.Circles.Select(one => one.Circle.Id.Path != path ? one
            : change(one.Circle) is { } circle ? one with { Circle = circle } : null).OfType<RecordedCircle>());

    /// <summary>The run with one more entry in a circle's logbook.</summary>
    public static FinishedRun Noted(FinishedRun run, string path, Entry entry) => new(
        run.World, run.Register, run.Circles.Select(one => one.Circle.Id.Path != path ? one
            : one with { Entries = [.. one.Entries, entry] }));

    public static int[] Numbers(FinishedRun run) =>
        [.. DegenerateCases.In(run).Select(found => found.Case.Number).Distinct().Order()];
}
