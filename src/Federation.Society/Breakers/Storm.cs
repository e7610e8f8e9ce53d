using Federation.Governance.Chance;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>Draws what one storm does to one feeder, and what is known of it where.</summary>
internal sealed class Storm(Dice dice, BreakerOptions options)
{
    private readonly double _shared = options.HazardSpread * Math.Sqrt(options.Correlated);
    private readonly double _wind =
        options.HazardSpread * Math.Sqrt((1 - options.Correlated) * (1 - options.Condition));
    private readonly double _line = options.HazardSpread * Math.Sqrt((1 - options.Correlated) * options.Condition);

    public Feeder Of(PlannedCircle leaf, Place area, int number, int customers)
    {
        var place = leaf.Place.Key;
        var weather = options.HazardMean + (_shared * dice.Normal(area.Key, 0, 0, 0, Purpose.Hazard));
        var condition = _line * dice.Normal(place, 0, 0, 1, Purpose.Hazard);
        var hazard = weather + condition + (_wind * dice.Normal(place, 0, 0, 2, Purpose.Hazard));
        var forecast = weather + Error(area.Key, 0, options.ForecastError);
        var observed = hazard + Error(place, 1, options.LocalError);
        return new Feeder(
            leaf.Id, number, customers, Math.Clamp(hazard, 0, 1), forecast, forecast + condition, observed,
            observed + Error(place, 2, options.ReportError),
            Island(dice, options, place));
    }

    /// <summary>Share of a feeder's load that can island.</summary>
    public static double Island(Dice dice, BreakerOptions options, ulong place) =>
        options.IslandMost * dice.Uniform(place, 0, 0, 1, Purpose.Load);

    private double Error(ulong place, uint kind, double spreads) =>
        spreads * options.HazardSpread * dice.Normal(place, 0, 0, kind, Purpose.Misreading);
}
