using Federation.Society.People;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Runs;

/// <summary>Small worlds to run, and words to change them.</summary>
internal static class Scenes
{
    /// <summary>13 circles whose status quo lies on no multiple of 2^-40.</summary>
    public const string Town =
        """
        name: town
        seed: 11
        federation:
          kind: tree
          fanOuts: [3, 3]
          levels: [town, quarter, street]
          members: 7
        space:
          dimensions:
            - name: speed
              unit: km/h
              low: 20
              high: 60
            - name: quiet
              unit: h
              low: 0
              high: 7
        statusQuo: { speed: 50, quiet: 1 }
        agenda:
          - title: Slower
            circle: town/c1/c1
            position: { speed: 24 }
          - title: Quieter
            circle: town/c2/c1
            affects: town/c2
            effect: invites
            day: 40
            position: { quiet: 6 }
          - title: Shut the bridge
            circle: town/c3/c2
            effect: informs
            day: 200
            position: { speed: 30, quiet: 3 }
        faults: { hosts: 4 }
        people: { toleranceLow: 0.12, toleranceHigh: 0.3 }
        """;

    public static World TownWith(params string[] settings) =>
        Worlds.Open(ScenarioReader.Parse(Town, "town.yaml", settings));

    public static World Shipped(string name, params string[] settings) =>
        Worlds.Open(ScenarioCatalogue.Load(name, settings));
}
