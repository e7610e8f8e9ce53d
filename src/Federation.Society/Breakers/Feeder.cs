using Federation.Governance.Circles;

namespace Federation.Society.Breakers;

/// <summary>One line with a breaker, and the circle of those it supplies.</summary>
/// <param name="Circle">The circle without children that decides about it.</param>
/// <param name="Area">The number of its forecast area, from 0.</param>
/// <param name="Customers">Connections it supplies, at least 1.</param>
/// <param name="Hazard">The true hazard index in the storm, 0..1; nobody reads it.</param>
/// <param name="Forecast">What the forecast says of its area.</param>
/// <param name="Recorded">The forecast corrected by the line's known condition.</param>
/// <param name="Observed">What its circle sees on the spot.</param>
/// <param name="Reported">What the utility receives of that.</param>
/// <param name="Island">Share of its load that can island, 0..1.</param>
public sealed record Feeder(
    CircleId Circle, int Area, int Customers, double Hazard, double Forecast, double Recorded, double Observed,
    double Reported, double Island);
