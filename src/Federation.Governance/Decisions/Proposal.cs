using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>What an agreement does to the circles below the one that decides it.</summary>
public enum Effect : byte
{
    /// <summary>They are told.</summary>
    Informs = 0,

    /// <summary>They decide by consent how to carry it out within the limit it sets.</summary>
    Limits = 1,

    /// <summary>They adopt, adapt or decline freely.</summary>
    Invites = 2,

    /// <summary>A child's domain is changed: it is consulted first, and both its links consent.</summary>
    ChangesDomain = 3,

    /// <summary>The confederal option: it holds only if every circle below consents by itself.</summary>
    Ratify = 4,
}

/// <summary>A matter on its way to the circle whose domain covers it.</summary>
/// <param name="Id">The decision's number, from 1, unique in the federation.</param>
/// <param name="Origin">The circle that raised it.</param>
/// <param name="Affects">The circle whose people, with all below, it affects.</param>
/// <param name="Text">Where the text stands, in the whole issue space.</param>
/// <param name="Dimensions">The dimensions it is about, ascending; the others stay at the status quo.</param>
/// <param name="TermDays">For how long it is to hold.</param>
/// <param name="DeadlineDay">By when it must be settled; 0 for none.</param>
/// <param name="LevelsUp">Links it has been passed up along so far.</param>
public sealed record Proposal(
    int Id, CircleId Origin, CircleId Affects, Effect Effect, Point Text,
    ImmutableArray<int> Dimensions, int TermDays, int DeadlineDay, int LevelsUp)
{
    /// <summary>The change of a child's domain it is about; null for any other matter.</summary>
    public DomainChange? Change { get; init; }

    /// <summary>Whether waiting does harm: a leader may use a mandate, and its circle may ask for the first
    /// place on an agenda.</summary>
    public bool Urgent { get; init; }

    /// <summary>Whether every circle on its way meets on it at once, whatever its rhythm, and sends somebody of
    /// its own along.</summary>
    public bool Emergency { get; init; }

    /// <summary>Who raised it; null for the circle as a whole.</summary>
    public PersonId? By { get; init; }

    /// <summary>The number, from 1, of the resident who shall no longer be a member; 0 for none.</summary>
    public int Removes { get; init; }

    /// <summary>Circles it touches from outside: whose people it affects though it is not about them.</summary>
    public ImmutableArray<CircleId> Touches { get; init; } = [];

    /// <summary>The lowest circle that covers all it affects, from outside too.</summary>
    public CircleId Common
    {
        get
        {
            var common = Affects;
            foreach (var touched in Touches)
                while (!touched.IsWithin(common)) common = common.Parent!.Value;
            return common;
        }
    }
    /// <summary>The matter it builds on; 0 for none. Before that one is taken it cannot be consented to.</summary>
    public int BuildsOn { get; init; }

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Id);
        writer.Text(Origin.Path);
        writer.Text(Affects.Path);
        writer.Byte((byte)Effect);
        writer.Point(Text);
        writer.Ints(Dimensions);
        writer.Int(TermDays);
        writer.Int(DeadlineDay);
        writer.Int(LevelsUp);
        writer.Maybe(Change);
        writer.Bool(Urgent);
        writer.Bool(Emergency);
        writer.Maybe(By);
        writer.Int(Removes);
        writer.List(Touches, (w, circle) => w.Text(circle.Path));
        writer.Int(BuildsOn);
    }

    public static Proposal Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Circle(), reader.Circle(), reader.Choice(Effect.Ratify),
            reader.Point(), reader.Ints(), reader.Int(), reader.Int(), reader.Int())
        {
            Change = reader.MaybeChange(),
            Urgent = reader.Bool(),
            Emergency = reader.Bool(),
            By = reader.MaybePerson(),
            Removes = reader.Int(),
            Touches = reader.List((ref r) => r.Circle()),
            BuildsOn = reader.Int(),
        };
}
