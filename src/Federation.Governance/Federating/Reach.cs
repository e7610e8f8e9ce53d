using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>How an agreement is carried out now in some circles and everything below them.</summary>
/// <remarks>A later version of a text replaces a circle's part; it never adds to it.</remarks>
public sealed record Reach
{
    public static Reach None { get; } = new();

    /// <summary>Circles the agreement reached.</summary>
    public long Asked { get; init; }

    /// <summary>Of these: carried out as it came, in their own way, held as it is because the circle
    /// could not settle a way, freely declined.</summary>
    public long Carried { get; init; }
    public long Adapted { get; init; }
    public long Unresolved { get; init; }
    public long Declined { get; init; }

    /// <summary>Circles in which the owner let another text hold, or suspended its own.</summary>
    public long Varied { get; init; }
    public long Suspended { get; init; }

    /// <summary>Circles that refused to ratify.</summary>
    public long Refused { get; init; }

    /// <summary>Agreements of circles below that say otherwise than the text allows.</summary>
    public long Contradicted { get; init; }
    /// <summary>Circles it should have reached and did not, because no link person could carry it down.</summary>
    public long Unreached { get; init; }

    /// <summary>People living in the leaf circles among them.</summary>
    public long People { get; init; }

    /// <summary>Those of them whose range of tolerance the way it is carried out does not reach.</summary>
    public long Outside { get; init; }

    /// <summary>Realised harm times people, in units of 2^-40.</summary>
    public Int128 Harm { get; init; }

    /// <summary>The same by how harmed, for the worst-off tenth.</summary>
    public ImmutableArray<HarmBin> Harms { get; init; } = [];

    /// <summary>The deepest circle reached.</summary>
    public int DepthMax { get; init; }

    /// <summary>Harm of one circle's people, added.</summary>
    public Reach Harmed(double harm, long people)
    {
        if (people == 0) return this;
        var bin = HarmBin.Of(harm, people);
        return this with { Harm = Harm + bin.Sum, Harms = HarmBin.Merge(Harms, [bin]) };
    }

    public Reach Plus(Reach other) => ReferenceEquals(this, None) ? other : ReferenceEquals(other, None) ? this : new()
    {
        Asked = Asked + other.Asked,
        Carried = Carried + other.Carried,
        Adapted = Adapted + other.Adapted,
        Unresolved = Unresolved + other.Unresolved,
        Declined = Declined + other.Declined,
        Varied = Varied + other.Varied,
        Suspended = Suspended + other.Suspended,
        Refused = Refused + other.Refused,
        Contradicted = Contradicted + other.Contradicted,
        Unreached = Unreached + other.Unreached,
        People = People + other.People,
        Outside = Outside + other.Outside,
        Harm = Harm + other.Harm,
        Harms = HarmBin.Merge(Harms, other.Harms),
        DepthMax = Math.Max(DepthMax, other.DepthMax),
    };

    public void Write(CanonicalWriter writer)
    {
        writer.Long(Asked);
        writer.Long(Carried);
        writer.Long(Adapted);
        writer.Long(Unresolved);
        writer.Long(Declined);
        writer.Long(Varied);
        writer.Long(Suspended);
        writer.Long(Refused);
        writer.Long(Contradicted);
        writer.Long(Unreached);
        writer.Long(People);
        writer.Long(Outside);
        writer.Wide(Harm);
        writer.List(Harms, (w, bin) => bin.Write(w));
        writer.Int(DepthMax);
    }

    public static Reach Read(ref CanonicalReader reader) => new()
    {
        Asked = reader.Long(),
        Carried = reader.Long(),
        Adapted = reader.Long(),
        Unresolved = reader.Long(),
        Declined = reader.Long(),
        Varied = reader.Long(),
        Suspended = reader.Long(),
        Refused = reader.Long(),
        Contradicted = reader.Long(),
        Unreached = reader.Long(),
        People = reader.Long(),
        Outside = reader.Long(),
        Harm = reader.Wide(),
        Harms = reader.List((ref r) => HarmBin.Read(ref r)),
        DepthMax = reader.Int(),
    };
}
