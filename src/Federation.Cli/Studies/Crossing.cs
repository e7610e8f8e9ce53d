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
        scenario.Rules.Shaped == Yes && scenario.Process.Shaping > 0,
        scenario.Rules.Amendable == Yes && scenario.Process.AmendmentsMax > 0,
        scenario.Rule == "consent" || scenario.Rules.Nested == Yes,
        scenario.Rules.Latitude == Yes ? scenario.Process.Latitude : 0);

    private const string Yes = "yes";
}
