using System.Collections.Immutable;

namespace Federation.Storage.Scenarios;

/// <summary>A scenario as written, before it means anything: scalars, lists and maps with their
/// place.</summary>
internal abstract record ScenarioNode(int Line, int Column)
{
    /// <summary>Whether it came from <c>--set</c> and so has no line.</summary>
    public bool FromOverride { get; init; }

    /// <param name="Plain">Written without quotes, so that "null" and "~" mean nothing was
    /// given.</param>
    public sealed record Scalar(string Text, bool Plain, int Line, int Column) : ScenarioNode(
        Line, Column)
    {
        public bool IsNothing => Plain && Text is "" or "~" or "null";
    }

    public sealed record Sequence(ImmutableArray<ScenarioNode> Items, int Line, int Column)
        : ScenarioNode(Line, Column);

    public sealed record Map(ImmutableArray<Entry> Entries, int Line, int Column)
        : ScenarioNode(Line, Column)
    {
        public ScenarioNode? Find(string key)
        {
            foreach (var entry in Entries)
                if (entry.Key.Text == key) return entry.Value;
            return null;
        }
    }

    public sealed record Entry(Scalar Key, ScenarioNode Value);

    public static Map Empty { get; } = new([], 0, 0);

    /// <summary>What it is, as an error names it.</summary>
    public string Kind => this switch
    {
        Scalar { IsNothing: true } => "nothing",
        Scalar scalar => $"'{Shorten(scalar.Text)}'",
        Sequence => "a list",
        _ => "a group of keys",
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
