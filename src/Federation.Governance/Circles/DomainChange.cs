using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>What a parent and its child agree to do with the child's domain.</summary>
public enum Operation : byte
{
    /// <summary>The child may decide more; a sibling that decided it for the same people no longer does.</summary>
    Delegate = 0,

    /// <summary>The child's texts may go less far.</summary>
    Narrow = 1,

    /// <summary>The child gives some of it back.</summary>
    Return = 2,

    /// <summary>The child gives all of it back: its agreements go to the parent, its people stay
    /// represented by their links.</summary>
    Dissolve = 3,
}

/// <summary>A change of one child's domain, the parent's to agree on and not without the child.</summary>
/// <param name="Circle">The child.</param>
/// <param name="Dimensions">The dimensions it is about, ascending; all of the child's to dissolve.</param>
/// <param name="Bounds">How far the child's texts may go on them afterwards, in the whole space.</param>
/// <param name="Latitude">What the child's own limits leave to circles below it; negative to leave it
/// as it is.</param>
public sealed record DomainChange(
    Operation Operation, CircleId Circle, ImmutableArray<int> Dimensions, Bounds Bounds, double Latitude)
{
    /// <summary>The circle that delegated the domain and so the only one that changes it.</summary>
    public CircleId Parent => Circle.Parent ?? Circle;

    /// <summary>The dimensions at stake, of the domain the child has.</summary>
    public ImmutableArray<int> About(Domain before) =>
        Operation == Operation.Dissolve ? before.Dimensions : Dimensions;

    /// <summary>Half of the narrowest bounds it leaves: how far the child may differ from the text the
    /// change is for. Nothing where the child gives the dimensions back.</summary>
    public double Room
    {
        get
        {
            if (Operation is Operation.Return or Operation.Dissolve || Dimensions.IsEmpty) return 0;
            var room = double.MaxValue;
            foreach (var dimension in Dimensions)
                room = Math.Min(room, (Bounds.High[dimension] - Bounds.Low[dimension]) / 2);
            return Fixed.Round(room);
        }
    }

    /// <summary>The change after its text was moved by integrating objections: the bounds move along,
    /// as far as the issue space goes.</summary>
    public DomainChange Moved(Point by)
    {
        var (low, high) = (Bounds.Low, Bounds.High);
        foreach (var dimension in Dimensions)
        {
            low = low.With(dimension, Math.Clamp(low[dimension] + by[dimension], 0, 1));
            high = high.With(dimension, Math.Clamp(high[dimension] + by[dimension], 0, 1));
        }

        return this with { Bounds = new Bounds(Fixed.Round(low), Fixed.Round(high)) };
    }

    /// <summary>The child's domain afterwards.</summary>
    public Domain Apply(Domain before, Domain parent)
    {
        var after = Operation switch
        {
            Operation.Delegate => before.With(Dimensions, Bounds).Inside(parent),
            Operation.Narrow => before.Inside(before.Bounded(Dimensions, Bounds)),
            Operation.Return => before.Without(Dimensions),
            _ => before.Without(before.Dimensions),
        };
        return Latitude < 0 ? after : after with { Latitude = Latitude };
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Byte((byte)Operation);
        writer.Text(Circle.Path);
        writer.Ints(Dimensions);
        writer.Point(Bounds.Low);
        writer.Point(Bounds.High);
        writer.Number(Latitude);
    }

    public static DomainChange Read(ref CanonicalReader reader) =>
        new(reader.Choice(Operation.Dissolve), reader.Circle(), reader.Ints(),
            new Bounds(reader.Point(), reader.Point()), reader.Number());
}
