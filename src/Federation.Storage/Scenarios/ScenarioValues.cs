namespace Federation.Storage.Scenarios;

/// <summary>What a scenario file says, key by key, each value read by its row of the
/// table.</summary>
/// <remarks>Paths have list positions from 1: "agenda.1.title".</remarks>
internal sealed class ScenarioValues
{
    private const int ElementsMax = 2000;

    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScenarioNode> _nodes = new(StringComparer.Ordinal);
    private readonly Problems _problems;

    private ScenarioValues(Problems problems) => _problems = problems;

    public static ScenarioValues Read(ScenarioNode root, Problems problems)
    {
        var values = new ScenarioValues(problems);
        values.Visit(ScenarioShape.Root, root, "");
        return values;
    }

    /// <summary>The value as read, or null when the file does not give it or gave it
    /// wrongly.</summary>
    public object? Find(string path) => _values.GetValueOrDefault(path);

    /// <summary>Where a key or group was written; null when the file does not have it.</summary>
    public ScenarioNode? NodeAt(string path) => _nodes.GetValueOrDefault(path);

    /// <summary>How many elements a list has.</summary>
    public int Count(string path) => NodeAt(path) is ScenarioNode.Sequence list ? list.Items.Length
        : 0;

    public void Refuse(string path, string reason, string remedy) =>
        _problems.Add(NearestNode(path), path, reason, remedy);

    private ScenarioNode? NearestNode(string path)
    {
        for (var at = path; at.Length > 0; at = at.LastIndexOf('.') is > 0 and var cut ? at[..cut]
            : "")
            if (NodeAt(at) is { } node) return node;
        return NodeAt("");
    }

    private void Visit(ScenarioShape shape, ScenarioNode node, string path)
    {
        _nodes[path] = node;
        if (shape.IsList) VisitElements(shape, node, path);
        else if (shape.Key is { } key)
        {
            if (KeyReader.Read(key, path, node, _problems) is { } value) _values[path] = value;
        }
        else VisitKeys(shape, node, path);
    }

    private void VisitElements(ScenarioShape shape, ScenarioNode node, string path)
    {
        if (node is not ScenarioNode.Sequence list)
        {
            _problems.Add(
                node, path, $"It is {node.Kind}, not a list", "Begin each element with '- '");
            return;
        }

        if (list.Items.Length > ElementsMax)
        {
            _problems.Add(node, path, $"The list has {list.Items.Length} elements",
                $"At most {ElementsMax} are possible");
            return;
        }

        for (var i = 0; i < list.Items.Length; i++)
        {
            _nodes[$"{path}.{i + 1}"] = list.Items[i];
            VisitKeys(shape, list.Items[i], $"{path}.{i + 1}");
        }
    }

    private void VisitKeys(ScenarioShape shape, ScenarioNode node, string path)
    {
        if (node is ScenarioNode.Scalar { IsNothing: true } && path.Length > 0) return;
        if (node is not ScenarioNode.Map map)
        {
            _problems.Add(node, path, $"It is {node.Kind}, not a group of keys",
                "Write 'key: value' lines: " + string.Join(", ", shape.Children.Keys));
            return;
        }

        foreach (var entry in map.Entries)
        {
            var name = entry.Key.Text;
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (shape.Children.TryGetValue(name, out var child)) Visit(child, entry.Value, inner);
            else _problems.Add(entry.Key, inner, "There is no such key", Suggest(shape, name));
        }
    }

    private static string Suggest(ScenarioShape shape, string name)
    {
        var elsewhere = ScenarioShape.PathsOf(name);
        return elsewhere.Length > 0
            ? $"It belongs at '{elsewhere[0]}'"
            : Nearest.Suggest(
                name, shape.Children.Keys, "Possible here: " + string.Join(
                ", ", shape.Children.Keys));
    }
}
