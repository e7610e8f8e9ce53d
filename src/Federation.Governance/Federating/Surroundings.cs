using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>What one circle finds around it: its place in the plan, its people, what it needs.</summary>
/// <remarks>
/// The one thing the rules ask of a society. Everything here is fixed by (scenario, seed, circle):
/// the same question always has the same answer, in any driver, in any order.
/// </remarks>
public abstract class Surroundings
{
    public abstract CircleId Id { get; }

    /// <summary>Links up to the root.</summary>
    public abstract int Depth { get; }

    /// <summary>The circles below, in their one order.</summary>
    public abstract ImmutableArray<CircleId> Children { get; }

    /// <summary>How many people live in this circle itself.</summary>
    public abstract int Residents { get; }

    /// <summary>The genesis of the run: what every request and seal is bound to.</summary>
    public abstract Digest Genesis { get; }

    public abstract Practice Practice { get; }

    /// <summary>The status quo in the whole issue space.</summary>
    public abstract Point StatusQuo { get; }

    /// <summary>The area of authority this circle starts with.</summary>
    public abstract Domain Domain { get; }

    /// <summary>The area of authority a child starts with: all that this circle has, for its own people.</summary>
    public virtual Domain DomainBelow(int child) =>
        Domain with { Owner = Children[child], Affects = Children[child] };

    /// <summary>Whether another circle was given the same at the founding, for a matter of this one's
    /// domain.</summary>
    public virtual bool IsContested(Proposal proposal) => false;

    /// <summary>What would serve the circle's aim best. Nobody in it knows; only measures ask.</summary>
    public abstract Point Need { get; }

    /// <summary>The need on a later day, if conditions change.</summary>
    public virtual Point NeedOn(int day) => Need;

    /// <summary>What the circle reads of its need through the measure of an agreement.</summary>
    public virtual Point Observed(int decision, int cycle, int day) => NeedOn(day);

    /// <summary>Days between meetings, at least 1.</summary>
    public abstract int CadenceDays { get; }

    /// <summary>On which day of its rhythm the circle meets.</summary>
    public abstract int Phase { get; }

    /// <summary>A resident as first drawn.</summary>
    public abstract Snapshot Resident(int index);

    /// <summary>The number of a resident among the residents, 0-based.</summary>
    public abstract int IndexOf(PersonId resident);

    /// <summary>A person's own signal of what this circle needs, in one matter (0: in general).</summary>
    public abstract Point Signal(PersonId person, double skill, int decision);

    /// <summary>What a link gets wrong in reporting, in one matter.</summary>
    public abstract Point ReportNoise(PersonId person, int decision);

    /// <summary>Whether a member is at this circle's meeting on a matter.</summary>
    public abstract bool Attends(PersonId person, int decision, int version);

    /// <summary>How qualified one person thinks another is for a role, 0..1.</summary>
    public abstract double Perceived(PersonId by, PersonId of, Role role);

    /// <summary>How qualified a person is for a role, 0..1: what the views of others lie around.</summary>
    public virtual double Qualification(PersonId person, Role role) => 0.5;

    /// <summary>How much each dimension counts to a person; null where all count alike.</summary>
    public virtual Salience? Salience(PersonId person) => Practice.Salience;

    /// <summary>Whether a person would take a role if proposed.</summary>
    public virtual bool Willing(PersonId person, Role role) => true;

    /// <summary>Whether a link person can carry one matter between a circle and its parent.</summary>
    /// <param name="below">The lower of the two circles.</param>
    public virtual bool Carries(CircleId below, PersonId person, int decision) => true;

    /// <summary>Whether an agreement is handed over when the circle loses the domain it belongs to.</summary>
    public virtual bool HandsOver(int decision) => true;

    /// <summary>A lot that settles an exact tie.</summary>
    public abstract ulong Lot(PersonId person, int decision);

    /// <summary>A member's lot in one round of pair talk.</summary>
    public virtual ulong Pairing(PersonId person, int decision, int version, int round) => 0;

    /// <summary>A uniform number that decides how the circle takes a member's argument in one matter, 0..1.</summary>
    public virtual double Judged(PersonId person, int decision, int version) => 0.5;

    /// <summary>Whether a member reads what is posted for lazy consent before its deadline.</summary>
    public virtual bool Reads(PersonId person, int decision, int version) => true;

    /// <summary>Whether the circle is an electoral district for a chamber of a circle above.</summary>
    public virtual bool IsDistrict(int ownerDepth) => Depth == ownerDepth + 1;

    /// <summary>What is missed in writing down something about a person, in one matter.</summary>
    /// <param name="sd">Standard deviation per dimension, coordinate units.</param>
    public virtual Point Misread(PersonId person, int decision, double sd) => Point.Filled(Dimensions, 0);

    /// <summary>A uniform number that decides whether a person entrusts their ballot to another, 0..1.</summary>
    public virtual double Entrusts(PersonId person, int decision) => 0.5;

    /// <summary>Who strains the process here, and how.</summary>
    public virtual Strain Strain => Strain.None;

    public int Dimensions => StatusQuo.Dimensions;

    public bool IsLeaf => Children.IsEmpty;
}
