using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A matter on its way up, with what it took so far.</summary>
/// <param name="Representative">Whom the circle it was raised in sends along; null for nobody.</param>
public sealed record Referral(Proposal Proposal, Effort Effort, Snapshot? Representative = null)
{
    public void Write(CanonicalWriter writer)
    {
        Proposal.Write(writer);
        Effort.Write(writer);
        writer.Maybe(Representative);
    }

    public static Referral Read(ref CanonicalReader reader) =>
        new(Proposal.Read(ref reader), Effort.Read(ref reader), reader.MaybeSnapshot());
}

/// <summary>A matter a circle settled within its domain.</summary>
/// <param name="Proposal">The matter as it came before the circle.</param>
/// <param name="Owner">The circle.</param>
/// <param name="Adopted">False when it was parked: the status quo stays.</param>
/// <param name="Text">What was agreed.</param>
public sealed record Taken(
    Proposal Proposal, CircleId Owner, bool Adopted, Point Text, int TermDays, Rung Rung, Effort Effort)
{
    /// <summary>The agreement itself, while it goes up to the lowest circle that holds all it affects:
    /// the owner was given a domain for people outside its own circles.</summary>
    public Agreement? Beyond { get; init; }

    /// <summary>Who carries it down: the owner, or the circle that holds all it affects.</summary>
    public CircleId Carrier { get; init; } = Owner;

    /// <summary>What was found wrong with the domains on its way.</summary>
    public Finding Finding { get; init; }

    /// <summary>Whether somebody was removed who holds a link, so that others must be chosen for it.</summary>
    public bool Vacates { get; init; }

    /// <summary>Whether there is a text for the circles below; who is a member is a circle's own affair.</summary>
    public bool IsCarriedDown => Adopted && Proposal.Removes == 0;

    /// <summary>Under another rule than consent, until it has decided: the text as it is put, and amended.</summary>
    public ImmutableArray<Point> Drafts { get; init; } = [];

    /// <summary>Whether the rule has still to decide it.</summary>
    public bool IsOpen => !Drafts.IsEmpty;

    public void Write(CanonicalWriter writer)
    {
        Proposal.Write(writer);
        writer.Text(Owner.Path);
        writer.Bool(Adopted);
        writer.Point(Text);
        writer.Int(TermDays);
        writer.Byte((byte)Rung);
        writer.Byte((byte)Finding);
        writer.Bool(Vacates);
        writer.Text(Carrier.Path);
        writer.Bool(Beyond is not null);
        Beyond?.Write(writer);
        writer.List(Drafts, (w, draft) => w.Point(draft));
        Effort.Write(writer);
    }

    public static Taken Read(ref CanonicalReader reader)
    {
        var taken = new Taken(
            Proposal.Read(ref reader), reader.Circle(), reader.Bool(), reader.Point(), reader.Int(),
            reader.Choice(Rung.Dissolve), Effort.None);
        return taken with
        {
            Finding = reader.Choice(Finding.Gap),
            Vacates = reader.Bool(),
            Carrier = reader.Circle(),
            Beyond = reader.Bool() ? Agreement.Read(ref reader) : null,
            Drafts = reader.List((ref r) => r.Point()),
            Effort = Effort.Read(ref reader),
        };
    }
}
