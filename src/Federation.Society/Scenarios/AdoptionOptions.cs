namespace Federation.Society.Scenarios;

/// <summary>An innovation circles may take up one after another: at first it seems ridiculous, then dangerous,
/// then obvious. Off while <see cref="Weeks"/> is 0.</summary>
/// <remarks>No figure here is from the field; those of the diffusion of durable goods are about .03 and .38 a
/// year (Bass 1969), here per week.</remarks>
public sealed record AdoptionOptions
{
    /// <summary>How long it is watched, 0..2000 weeks.</summary>
    public int Weeks { get; init; }

    /// <summary>Share of circles that try it from the first week, 0..1; at least one circle.</summary>
    public double Pilots { get; init; } = 0.05;

    /// <summary>Share of circles that know of it in the first week, 0..1.</summary>
    public double Aware { get; init; }

    /// <summary>Chance a week that a circle hears of it by itself, 0..1.</summary>
    public double Innovation { get; init; } = 0.002;

    /// <summary>What is added when all others have taken it up, for a circle without immunity, 0..1.</summary>
    public double Imitation { get; init; } = 0.05;

    /// <summary>Share of a circle's neighbours from which it no longer seems ridiculous but dangerous, 0..1.</summary>
    public double DangerousFrom { get; init; } = 0.1;

    /// <summary>From which it seems obvious, 0..1.</summary>
    public double ObviousFrom { get; init; } = 0.2;

    /// <summary>Share of neighbours a circle without immunity waits for, 0..1; full immunity adds half of the
    /// rest.</summary>
    public double Threshold { get; init; } = 0.05;

    /// <summary>How many neighbours at least: 1 for simple contagion, 2 for complex, 1..10.</summary>
    public int AdoptersLeast { get; init; } = 1;

    /// <summary>Chance that a circle that tries it can show a gain by its measure, 0..1.</summary>
    public double GainChance { get; init; } = 0.6;

    /// <summary>What a neighbour's gain takes off the share waited for, 0..1.</summary>
    public double GainBonus { get; init; } = 0.1;

    /// <summary>Immunity from which a circle to which it seems dangerous works against it, 0..1.</summary>
    public double OpponentsFrom { get; init; } = 0.75;

    /// <summary>Chance a week that a fully immune opponent makes a neighbour give it up, 0..1.</summary>
    public double Opposition { get; init; } = 0.02;

    /// <summary>Immunity to change follows Beta(a, b) over circles: a and b, 1..20.</summary>
    public int ImmunityA { get; init; } = 2;
    public int ImmunityB { get; init; } = 2;

    /// <summary>Whether an innovation is watched.</summary>
    public bool Any => Weeks > 0;
}
