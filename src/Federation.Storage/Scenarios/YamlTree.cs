using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Federation.Storage.Scenarios;

/// <summary>YAML text to nodes that know their line and column.</summary>
/// <remarks>
/// A subset on purpose: one document, text keys, no anchors and no tags. Nothing in the text can
/// make the tree larger than the text.
/// </remarks>
internal static class YamlTree
{
    private const int DepthMax = 40;

    /// <exception cref="ScenarioException">The text is not YAML or uses what scenarios do
    /// not.</exception>
    public static ScenarioNode Parse(string text, string file)
    {
        try
        {
            var events = new Parser(new Scanner(new StringReader(text), skipComments: true));
            events.Consume<StreamStart>();
            if (events.Accept<StreamEnd>(out _))
                throw Problems.Fatal(file, 0, 0, "The file says nothing",
                    "Begin with 'federation scenario new FILE'");
            events.Consume<DocumentStart>();
            var root = Read(events, file, 0);
            events.Consume<DocumentEnd>();
            if (!events.Accept<StreamEnd>(out _))
                throw At(events.Current!, file, "A second document begins here",
                    "Keep one scenario per file");
            return root;
        }
        catch (YamlException bad)
        {
            throw Problems.Fatal(file, (int)bad.Start.Line, (int)bad.Start.Column,
                $"This is not YAML: {bad.Message.TrimEnd('.')}",
                "Check indentation, colons and quotes near this place");
        }
        catch (Exception bad) when (bad is ArgumentException or InvalidOperationException or IndexOutOfRangeException
            or OverflowException or FormatException or InvalidCastException)
        {
            // The parser trips over its own feet on some texts that are not YAML.
            throw Problems.Fatal(
                file, 1, 1, $"This is not YAML: {bad.Message.TrimEnd('.')}", "Check indentation, colons and quotes");
        }
    }

    private static ScenarioNode Read(Parser events, string file, int depth)
    {
        if (depth > DepthMax)
            throw At(events.Current!, file, $"Nested deeper than {DepthMax} levels", "Flatten it");
        if (events.Accept<AnchorAlias>(out var alias))
            throw At(
                alias, file, "Aliases (*name) are not used in scenarios", "Write the value out");
        if (!events.Accept<NodeEvent>(out var node))
            throw At(events.Current!, file, "A value is missing here", "Write one");
        if (!node.Anchor.IsEmpty)
            throw At(node, file, "Anchors (&name) are not used in scenarios", "Remove the anchor");
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            throw At(node, file, "Tags (!name) are not used in scenarios", "Remove the tag");

        var (line, column) = ((int)node.Start.Line, (int)node.Start.Column);
        if (events.TryConsume<SequenceStart>(out _))
        {
            var items = ImmutableArray.CreateBuilder<ScenarioNode>();
            while (!events.TryConsume<SequenceEnd>(out _)) items.Add(Read(events, file, depth + 1));
            return new ScenarioNode.Sequence(items.ToImmutable(), line, column);
        }

        if (!events.TryConsume<MappingStart>(out _)) return ReadScalar(events);
        return ReadMap(events, file, depth, line, column);
    }

    private static ScenarioNode.Map ReadMap(
        Parser events, string file, int depth, int line, int column)
    {
        var entries = ImmutableArray.CreateBuilder<ScenarioNode.Entry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (!events.TryConsume<MappingEnd>(out _))
        {
            if (!events.Accept<Scalar>(out var written))
                throw At(events.Current!, file, "A key must be plain text", "Write 'key: value'");
            if (!written.Anchor.IsEmpty)
                throw At(
                    written, file, "Anchors (&name) are not used in scenarios",
                    "Remove the anchor");
            var key = ReadScalar(events);
            if (!known.Add(key.Text))
                throw At(written, file, $"The key '{key.Text}' is given twice", "Keep one of them");
            entries.Add(new ScenarioNode.Entry(key, Read(events, file, depth + 1)));
        }

        return new ScenarioNode.Map(entries.ToImmutable(), line, column);
    }

    private static ScenarioNode.Scalar ReadScalar(Parser events)
    {
        var scalar = events.Consume<Scalar>();
        return new ScenarioNode.Scalar(
            scalar.Value, scalar.Style == ScalarStyle.Plain,
            (int)scalar.Start.Line, (int)scalar.Start.Column);
    }

    private static ScenarioException At(
        ParsingEvent at, string file, string reason, string remedy) =>
        Problems.Fatal(file, (int)at.Start.Line, (int)at.Start.Column, reason, remedy);
}
