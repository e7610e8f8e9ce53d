using System.Collections.Immutable;

namespace Federation.Governance.Members;

/// <summary>Who in one circle strains the process, and how; fixed by (scenario, seed, circle).</summary>
/// <remarks>A society without strain answers with <see cref="None"/>, and nothing of it is computed.</remarks>
public class Strain
{
    public static Strain None { get; } = new();

    /// <summary>Numbers of fake members begin here, so that none is taken for a resident.</summary>
    public const int FakesFrom = 1 << 20;

    /// <summary>Members at the table who are no persons: in no count of people, in no measure.</summary>
    public virtual ImmutableArray<Voice> Fakes => [];

    /// <summary>Whether whoever facilitates here declares every objection invalid.</summary>
    public virtual bool RulesInvalid => false;

    /// <summary>A member as the circle hears them.</summary>
    public virtual Voice Heard(in Voice voice) => voice;

    /// <summary>How fit one person says another is for a role, 0..1.</summary>
    /// <param name="fitness">What they think.</param>
    public virtual double Elects(PersonId by, PersonId of, double fitness) => fitness;

    /// <summary>Whether a person leaves a circle when an objection of theirs kept it from deciding.</summary>
    public virtual bool Leaves(PersonId person) => false;

    /// <summary>Whether somebody who holds so many seats still finds the time for this meeting.</summary>
    /// <param name="seats">Seats in this circle and in the ones next above and below, 1..3.</param>
    public virtual bool Copes(PersonId person, int seats, int decision, int version) => true;
}
