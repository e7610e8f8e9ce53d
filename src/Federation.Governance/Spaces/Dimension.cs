namespace Federation.Governance.Spaces;

/// <summary>One named question of degree that a proposal answers, with the unit people use for it.</summary>
/// <param name="Name">What is measured, as people say it: "islandable share of load".</param>
/// <param name="Unit">The unit beside every figure: "%", "h", "mph"; may be empty.</param>
/// <param name="Low">The value in units at coordinate 0.</param>
/// <param name="High">The value in units at coordinate 1; differs from <paramref name="Low"/>.</param>
/// <param name="LowText">What the low end means in words.</param>
/// <param name="HighText">What the high end means in words.</param>
public sealed record Dimension(
    string Name, string Unit, double Low, double High, string LowText, string HighText)
{
    /// <summary>How much it counts in every proposal beside other dimensions: <see cref="Spaces.Salience"/>.</summary>
    public double Salience { get; init; } = 1;

    public double ToUnits(double coordinate) => Low + (coordinate * (High - Low));

    /// <summary>The coordinate of a value in units; outside [0,1] when the value lies past an end.</summary>
    public double ToCoordinate(double units) => (units - Low) / (High - Low);
}
