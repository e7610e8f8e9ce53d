namespace Federation.Governance.Decisions;

/// <summary>What happens to agreements after they were made: for how long, and who looks at them again.</summary>
/// <param name="HorizonDays">The last simulated day anything falls due; 0 when a run ends with its agenda.</param>
/// <param name="Reviews">Whether circles hold their reviews, or let the day pass.</param>
/// <param name="Objections">Whether a member may object to an agreement in force.</param>
/// <param name="Movement">How far what a circle stands for has to move, in coordinate units, for a matter
/// it parked to come back before its time.</param>
/// <param name="RoleDays">How long people hold their roles: so often everybody convenes; 0 for no term.</param>
/// <param name="CyclesMax">More cycles than this and the run stops with an error.</param>
public sealed record Life(int HorizonDays, bool Reviews, bool Objections, double Movement, int RoleDays, int CyclesMax)
{
    public static Life None { get; } = new(0, true, true, 0.05, 0, int.MaxValue);

    public bool GoesOn => HorizonDays > 0;
}
