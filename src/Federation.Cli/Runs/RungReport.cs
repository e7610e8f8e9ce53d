using Federation.Society.Runs;

namespace Federation.Cli.Runs;

/// <summary>What one rung of the ladder was for and what it took, as documents show it.</summary>
/// <param name="Share">Of all meetings on the matter, those that tried it, 0..1.</param>
/// <param name="Days">Simulated days it took on average where it was tried.</param>
public sealed record RungReport(
    string Rung, long Tried, long Held, double Share, RangeReport PersonHours, double Days)
{
    public static RungReport Of(RungOutcome rung) => new(
        rung.Rung, rung.Tried, rung.Held, rung.Share, RangeReport.Of(rung.PersonHours), rung.Days);
}
