namespace Federation.Society.Scenarios;

/// <summary>What happens to agreements once they are made.</summary>
public sealed record LifeOptions
{
    /// <summary>The last simulated day anything falls due; 0: the run ends with its agenda.</summary>
    public int HorizonDays { get; init; }

    /// <summary>"kept": circles hold the reviews they agreed on; "skipped": the day passes.</summary>
    public string Reviews { get; init; } = "kept";

    /// <summary>"heard": at any meeting a member may object to an agreement in force; "unheard".</summary>
    public string Objections { get; init; } = "heard";

    /// <summary>Standard deviation, per dimension, of what a circle misreads at a review.</summary>
    public double MeasureNoise { get; init; } = 0.05;

    /// <summary>How far what a circle stands for moves before a matter it parked comes back early.</summary>
    public double Movement { get; init; } = 0.05;

    /// <summary>The most cycles a run may take.</summary>
    public int CyclesMax { get; init; } = 2000;
}
