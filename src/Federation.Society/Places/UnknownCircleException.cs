using Federation.Governance.Circles;

namespace Federation.Society.Places;

/// <summary>Somebody asked for a circle the plan does not have.</summary>
public sealed class UnknownCircleException : Exception
{
    public UnknownCircleException() { }
    public UnknownCircleException(string message) : base(message) { }
    public UnknownCircleException(string message, Exception inner) : base(message, inner) { }

    /// <summary>The nearest existing ancestor and its children tell the reader where the path left the plan.</summary>
    public static UnknownCircleException For(FederationPlan plan, CircleId id)
    {
        var known = id.Parent;
        while (known is { } ancestor && plan.TryFind(ancestor) is null) known = ancestor.Parent;
        if (known is not { } found)
            return new UnknownCircleException($"No circle '{id}': paths begin with '{plan.Root}'.");

        var children = plan.Find(found).Children;
        var names = string.Join(", ", children.Take(8).Select(child => child.Segment));
        return new UnknownCircleException(children.IsEmpty
            ? $"No circle '{id}': '{found}' has no circles below it."
            : $"No circle '{id}': '{found}' has {children.Length} circles below it: {names}.");
    }
}
