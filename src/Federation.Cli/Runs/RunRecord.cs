using System.Text.Json.Nodes;
using Federation.Cli.Terminals;
using Federation.Society.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Runs;

/// <summary>What run.json says.</summary>
/// <param name="RunId">Random; tells two runs of one seed apart and enters no result.</param>
/// <param name="State">"starting" until circles are asked, then "running", then "finished", "interrupted" or
/// "failed".</param>
/// <param name="Seal">Empty until it ended.</param>
/// <param name="Scenario">As resolved: the canonical text the genesis was hashed from.</param>
/// <param name="Report">Null until it ended.</param>
/// <param name="Store">Where circles were stored; empty when nothing was.</param>
/// <param name="ServiceId">To what their rows belong there.</param>
/// <param name="RunKey">What their keys begin with, before the first '/'.</param>
public sealed record RunRecord(
    string RunId, string Version, string Runtime, DateTimeOffset StartedAt, string State,
    ulong Seed, string Seal, JsonNode Scenario, RunReport? Report, string Store = "",
    string ServiceId = "", string RunKey = "")
{
    /// <summary>Nothing was asked yet, so nothing is lost with it.</summary>
    public const string Starting = "starting";

    public static RunRecord Begin(Scenario scenario, DateTimeOffset now) => new(
        Guid.NewGuid().ToString("N"), Versions.Program, Versions.Runtime, now, Starting,
        scenario.Seed, "", JsonNode.Parse(ResolvedScenario.ToJson(scenario))!, null);

    public RunRecord Finish(RunReport report) =>
        this with { State = "finished", Seal = report.Seal, Report = report };

    /// <exception cref="ScenarioException">The record was changed or comes from another
    /// version.</exception>
    public Scenario Resolved() => ResolvedScenario.FromJson(Scenario.ToJsonString());
}
