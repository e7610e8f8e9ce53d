using Federation.Cli.Runs;
using Federation.Society.Adoption;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests.Reports;

/// <summary>The shipped innovation as it goes through its region.</summary>
internal static class AdoptionSample
{
    public static Scenario Scenario { get; } = ScenarioCatalogue.Load("adoption");

    public static RunReport Run { get; } =
        Sample.Troubled with { Adoption = AdoptionReport.Of(Adoptions.In(Worlds.Open(Scenario))) };
}
