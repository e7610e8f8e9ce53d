using Federation.Society.Scenarios;

namespace Federation.Cli.Studies;

/// <summary>Where a scenario stands in the factorial a fair comparison of rules crosses.</summary>
/// <param name="Shaped">The picture is formed before a text is decided on.</param>
/// <param name="Amendable">The text may be changed before it is decided.</param>
/// <param name="Nested">Circles decide within circles; otherwise everybody meets at once.</param>
/// <param name="Latitude">How far a circle's own way may lie from the text.</param>
internal readonly record struct Crossing(bool Shaped, bool Amendable, bool Nested, double Latitude)
{
    public static Crossing Of(Scenario scenario) => new(
        scenario.Process.Shaping > 0 && scenario.Rules.Shaped == "yes",
        scenario.Process.AmendmentsMax > 0 && scenario.Rules.Amendable == "yes",
        scenario.Federation is not FederationShape.Tree { FanOuts.Length: 0 }
            && (scenario.Rule == "consent" || scenario.Rules.Nested == "yes"),
        scenario.Rules.Latitude == "yes" ? scenario.Process.Latitude : 0);
}
