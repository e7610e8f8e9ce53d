
namespace Federation.Storage.Scenarios;

/// <summary><c>--set a.b.c=value</c>: a value written over one key of a scenario before it is
/// read.</summary>
/// <remarks>List positions count from 1, as decisions do: <c>agenda.1.term=90 days</c>.</remarks>
internal static class Overrides
{
    /// <exception cref="ScenarioException">Not "key=value", the value is not YAML, or no such list
    /// position.</exception>
    public static ScenarioNode Apply(ScenarioNode root, IEnumerable<string> settings)
    {
        foreach (var setting in settings)
        {
            var cut = setting.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0)
                throw Fatal(setting, "An override is written key=value",
                    "For example --set process.shaping=0.3");
            var key = setting[..cut].Trim();
            root = Put(root, key.Split('.'), 0, Value(setting[(cut + 1)..].Trim()), key);
        }

        return root;
    }

    private static ScenarioNode Value(string text) =>
        Mark(text.Length == 0 ? new ScenarioNode.Scalar("", true, 0, 0) : YamlTree.Parse(
            text, "--set"));

    private static ScenarioNode Mark(ScenarioNode node) => node switch
    {
        ScenarioNode.Sequence list =>
            list with { FromOverride = true, Items = [.. list.Items.Select(Mark)] },
        ScenarioNode.Map map => map with
        {
            FromOverride = true,
            Entries = [.. map.Entries.Select(entry => new ScenarioNode.Entry(
                entry.Key with { FromOverride = true }, Mark(entry.Value)))],
        },
        _ => node with { FromOverride = true },
    };

    private static ScenarioNode Put(
        ScenarioNode? into, string[] path, int depth, ScenarioNode value, string key)
    {
        if (depth == path.Length) return value;
        var name = path[depth];
        if (into is ScenarioNode.Sequence list)
        {
            if (!int.TryParse(name, out var position) || position < 1
                || position > list.Items.Length)
                throw Fatal(
                    key, $"'{name}' is not one of the {list.Items.Length} positions of this list",
                    "Positions count from 1");
            return list with
            {
                Items = list.Items.SetItem(
                    position - 1, Put(list.Items[position - 1], path, depth + 1, value, key)),
            };
        }

        var map = into as ScenarioNode.Map ?? ScenarioNode.Empty with { FromOverride = true };
        var entry = new ScenarioNode.Entry(
            new ScenarioNode.Scalar(name, true, 0, 0) { FromOverride = true },
            Put(map.Find(name), path, depth + 1, value, key));
        for (var i = 0; i < map.Entries.Length; i++)
            if (map.Entries[i].Key.Text == name)
                return map with { Entries = map.Entries.SetItem(i, entry) };
        return map with { Entries = map.Entries.Add(entry) };
    }

    private static ScenarioException Fatal(string key, string reason, string remedy) =>
        new([new ScenarioError("--set", 0, 0, key, reason, remedy)]);
}
