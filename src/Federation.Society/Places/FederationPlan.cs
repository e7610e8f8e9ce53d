using Federation.Governance.Circles;
using Federation.Governance.Members;

namespace Federation.Society.Places;

/// <summary>Which circles a federation would have: known by name, computed, not stored.</summary>
/// <remarks>
/// A plan is immutable and answers for any path by arithmetic or from a small table, so a planned
/// circle costs nothing until something happens in it. For every circle it names,
/// <c>Find(child).Id.Parent == parent</c> exactly for the parent's children.
/// </remarks>
public abstract class FederationPlan
{
    public abstract CircleId Root { get; }

    /// <summary>How many circles the plan has.</summary>
    public abstract long Circles { get; }

    /// <summary>How many simulated people live in its leaf circles.</summary>
    public abstract long People { get; }

    /// <summary>How many inhabitants the whole federation stands for.</summary>
    public long Represented => Find(Root).Represented;

    /// <summary>The circle at a path, or null when the plan has none there.</summary>
    public abstract PlannedCircle? TryFind(CircleId id);

    /// <exception cref="UnknownCircleException">The plan has no such circle.</exception>
    public PlannedCircle Find(CircleId id) => TryFind(id) ?? throw UnknownCircleException.For(this, id);

    /// <summary>A number that only circles with the same shape below them share; 0 when the plan
    /// knows of none that is like this one.</summary>
    public virtual int Alike(CircleId id) => 0;

    /// <summary>What a person is called; null for the many who have only a number.</summary>
    public virtual string? NameOf(PersonId person) => null;

    /// <summary>A circle's child, by its number: what <see cref="Find"/> says, for less where the plan
    /// can tell it from the parent.</summary>
    public virtual PlannedCircle Below(PlannedCircle parent, int child) => Find(parent.Children[child]);

    /// <summary>Every circle, each parent before its children, children in order.</summary>
    public IEnumerable<PlannedCircle> All()
    {
        var open = new Stack<CircleId>();
        open.Push(Root);
        while (open.TryPop(out var id))
        {
            var circle = Find(id);
            yield return circle;
            for (var i = circle.Children.Length - 1; i >= 0; i--) open.Push(circle.Children[i]);
        }
    }
}
