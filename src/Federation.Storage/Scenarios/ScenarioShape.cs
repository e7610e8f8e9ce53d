using System.Collections.Immutable;

namespace Federation.Storage.Scenarios;

/// <summary>The table's rows as the nesting they stand for: groups, lists of groups, and
/// keys.</summary>
internal sealed class ScenarioShape
{
    private readonly Dictionary<string, ScenarioShape> _children = new(StringComparer.Ordinal);

    private ScenarioShape(string name) => Name = name;

    public string Name { get; }

    /// <summary>The row, for a key that has a value; null for a group.</summary>
    public ScenarioKey? Key { get; private set; }

    /// <summary>Whether it is a list whose elements have this shape.</summary>
    public bool IsList { get; private set; }

    /// <summary>In the table's order.</summary>
    public IReadOnlyDictionary<string, ScenarioShape> Children => _children;

    public static ScenarioShape Root { get; } = Build();

    private static ScenarioShape Build()
    {
        var root = new ScenarioShape("");
        foreach (var key in ScenarioKeys.All)
        {
            var parts = key.Path.Split('.');
            var at = root;
            foreach (var part in parts) at = at.Child(part);
            at.Key = key;
            if (key.Kind != KeyKind.Circles) continue;

            var owner = parts.SkipLast(1).Aggregate(root, (shape, part) => shape.Child(part));
            at.IsList = true;
            foreach (var (name, shape) in owner._children) at._children[name] = shape;
        }

        return root;
    }

    private ScenarioShape Child(string part)
    {
        var isList = part.EndsWith("[]", StringComparison.Ordinal);
        var name = isList ? part[..^2] : part;
        if (!_children.TryGetValue(name, out var child))
            _children[name] = child = new ScenarioShape(name);
        child.IsList |= isList;
        return child;
    }

    /// <summary>Where else in the file a key of this name belongs, as full paths.</summary>
    public static ImmutableArray<string> PathsOf(string name) =>
        [.. ScenarioKeys.All.Where(key => key.Name == name).Select(key => key.Path)];
}
