namespace Federation.Society.Breakers;

/// <summary>What came of the storm.</summary>
/// <param name="Opened">Lines opened.</param>
/// <param name="CustomerHours">Customer-hours without supply.</param>
/// <param name="ResidualRisk">Expected ignitions, as a share of those with every line closed, 0..1.</param>
/// <param name="Ignitions">Expected ignitions.</param>
/// <param name="Saidi">Hours without supply per customer (SAIDI of the event).</param>
/// <param name="Saifi">Share of customers interrupted (SAIFI of the event).</param>
/// <param name="Gini">Inequality of hours lost between customers, 0 (all alike) to 1.</param>
/// <param name="WorstDecile">Mean hours lost of the tenth of customers who lose most.</param>
public sealed record Shutoff(
    int Opened, double CustomerHours, double ResidualRisk, double Ignitions, double Saidi, double Saifi,
    double Gini, double WorstDecile)
{
    /// <summary>Hours per interrupted customer (CAIDI = SAIDI / SAIFI); 0 when nobody is.</summary>
    public double Caidi => Saifi <= 0 ? 0 : Saidi / Saifi;

    /// <summary>Customer-hours lost, and ignitions at what each is worth avoiding: what the limit trades.</summary>
    public double Total(double ignitionHours) => CustomerHours + (Ignitions * ignitionHours);
}
