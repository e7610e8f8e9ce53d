using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Writes a scenario as the YAML that <see cref="ScenarioReader"/> reads back to the same one.</summary>
/// <remarks>Only what differs from the defaults is written.</remarks>
public static class ScenarioFile
{
    /// <param name="comment">Lines to begin with, without their '#'.</param>
    public static string Text(Scenario scenario, IEnumerable<string> comment)
    {
        var text = new StringBuilder();
        foreach (var line in comment) text.Append(line.Length == 0 ? "#" : "# ").Append(line).Append('\n');
        Line(text, 0, $"name: {Word(scenario.Name)}");
        if (scenario.About.Length > 0) Line(text, 0, $"about: {Word(scenario.About)}");
        Line(text, 0, $"seed: {scenario.Seed}");
        if (scenario.Replication != 0) Line(text, 0, $"replication: {scenario.Replication}");
        if (scenario.Rule != "consent") Line(text, 0, $"rule: {Word(scenario.Rule)}");
        Shape(text, scenario.Federation);
        Space(text, scenario.Space);
        ImmutableArray<int> all = [.. Enumerable.Range(0, scenario.Space.Count)];
        Line(text, 0, $"statusQuo: {Units(scenario.Space, scenario.StatusQuo, all)}");
        Line(text, 0, "agenda:");
        foreach (var matter in scenario.Agenda) Write(text, scenario, matter);
        if (!scenario.Domains.IsEmpty) Line(text, 0, "domains:");
        foreach (var allotment in scenario.Domains) DomainLines.Write(text, scenario.Space, allotment);
        foreach (var section in OptionSection.All) Options(text, section, ChangedSettings.Section(scenario, section));
        return text.ToString();
    }

    private static void Shape(StringBuilder text, FederationShape shape)
    {
        Line(text, 0, "federation:");
        switch (shape)
        {
            case FederationShape.Planet planet:
                Line(text, 1, "kind: planet");
                Line(text, 1, $"scale: {planet.Scale}");
                if (planet.Circles > 0) Line(text, 1, $"circles: {planet.Circles}");
                Line(text, 1, $"childrenMax: {planet.ChildrenMax}");
                Line(text, 1, $"members: {planet.Members}");
                break;
            case FederationShape.Tree tree:
                Line(text, 1, "kind: tree");
                Line(text, 1, $"fanOuts: [{string.Join(", ", tree.FanOuts)}]");
                Line(text, 1, $"levels: [{string.Join(", ", tree.Levels.Select(Word))}]");
                Line(text, 1, $"members: {tree.Members}");
                break;
            case FederationShape.Inline inline:
                Line(text, 1, "kind: inline");
                Line(text, 1, "root:");
                Write(text, 2, inline.Root, first: "");
                break;
            default: throw new NotSupportedException(shape.GetType().Name);
        }
    }

    private static void Write(StringBuilder text, int depth, InlineCircle circle, string first)
    {
        Line(text, depth, $"{first}segment: {circle.Segment}");
        var inner = first.Length == 0 ? depth : depth + 1;
        if (circle.Name != circle.Segment) Line(text, inner, $"name: {Word(circle.Name)}");
        Line(text, inner, $"level: {Word(circle.Level)}");
        if (circle.Aim.Length > 0) Line(text, inner, $"aim: {Word(circle.Aim)}");
        if (circle.Children.IsEmpty) Line(text, inner, $"members: {circle.Members}");
        Line(text, inner, $"represented: {circle.Represented}");
        if (!circle.People.IsEmpty) Line(text, inner, $"people: [{string.Join(", ", circle.People.Select(Word))}]");
        if (circle.Children.IsEmpty) return;
        Line(text, inner, "children:");
        foreach (var child in circle.Children) Write(text, inner + 1, child, "- ");
    }

    private static void Space(StringBuilder text, IssueSpace space)
    {
        Line(text, 0, "space:");
        Line(text, 1, "dimensions:");
        foreach (var dimension in space.Dimensions)
        {
            Line(text, 2, $"- name: {Word(dimension.Name)}");
            if (dimension.Unit.Length > 0) Line(text, 3, $"unit: {Word(dimension.Unit)}");
            Line(text, 3, $"low: {Number(dimension.Low)}");
            Line(text, 3, $"high: {Number(dimension.High)}");
            if (dimension.LowText.Length > 0) Line(text, 3, $"lowText: {Word(dimension.LowText)}");
            if (dimension.HighText.Length > 0) Line(text, 3, $"highText: {Word(dimension.HighText)}");
            if (!dimension.Salience.Equals(1)) Line(text, 3, $"salience: {Number(dimension.Salience)}");
        }
    }

    private static void Write(StringBuilder text, Scenario scenario, Matter matter)
    {
        Line(text, 1, $"- title: {Word(matter.Title)}");
        Line(text, 2, $"circle: {matter.Circle}");
        if (matter.Change is null && matter.Affects.Contains('/', StringComparison.Ordinal))
            Line(text, 2, $"affects: {matter.Affects}");
        Line(text, 2, $"effect: {matter.Effect}");
        Line(text, 2, $"position: {Units(scenario.Space, matter.Position, matter.Dimensions)}");
        if (matter.Change is { } change) DomainLines.Write(text, scenario.Space, change);
        Line(text, 2, $"term: {matter.TermDays} days");
        if (matter.Day != 1) Line(text, 2, $"day: {matter.Day}");
        if (matter.Urgent) Line(text, 2, matter.Emergency ? "urgent: emergency" : "urgent: \"yes\"");
        if (matter.By.Length > 0) Line(text, 2, $"by: {Word(matter.By)}");
        if (matter.DeadlineDay != 0) Line(text, 2, $"deadline: {matter.DeadlineDay}");
        if (!matter.Touches.IsEmpty) Line(text, 2, $"touches: [{string.Join(", ", matter.Touches)}]");
        if (matter.After != 0) Line(text, 2, $"after: {matter.After}");
        if (matter.Removes != 0) Line(text, 2, $"removes: {matter.Removes}");
    }

    private static void Options(StringBuilder text, OptionSection section, object options)
    {
        var changed = ChangedSettings.Of(section, options).ToArray();
        if (changed.Length == 0) return;
        Line(text, 0, $"{section.Name}:");
        foreach (var property in changed)
            Line(text, 1, $"{OptionSection.KeyName(property)}: {Value(property.GetValue(options)!)}");
    }

    private static string Value(object value) => value switch
    {
        double number => Number(number),
        string word => Word(word),
        ImmutableArray<string> words => $"[{string.Join(", ", words.Select(Word))}]",
        ImmutableArray<double> numbers => $"[{string.Join(", ", numbers.Select(Number))}]",
        ImmutableSortedDictionary<string, double> byName =>
            $"{{ {string.Join(", ", byName.Select(one => $"{Word(one.Key)}: {Number(one.Value)}"))} }}",
        bool flag => flag ? "true" : "false",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static string Units(IssueSpace space, Point point, ImmutableArray<int> dimensions) =>
        $"{{ {string.Join(", ", dimensions.Select(index => Units(space.Dimensions[index], point[index])))} }}";

    /// <param name="isKept">Whether it is rounded with <see cref="Fixed"/> when it is read.</param>
    internal static string Units(Dimension dimension, double coordinate, bool isKept = false) =>
        $"{Word(dimension.Name)}: {Number(Exact(dimension, coordinate, isKept))}";

    /// <summary>The shortest figure in units that reads back as the coordinate; the nearest if none does.</summary>
    private static double Exact(Dimension dimension, double coordinate, bool isKept)
    {
        var units = dimension.ToUnits(coordinate);
        for (var digits = 0; digits <= 15; digits++)
        {
            var rounded = Math.Round(units, digits);
            var back = dimension.ToCoordinate(rounded);
            if ((isKept ? Fixed.Round(back) : back).Equals(coordinate)) return rounded;
        }

        return Math.Clamp(units, Math.Min(dimension.Low, dimension.High), Math.Max(dimension.Low, dimension.High));
    }

    internal static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>As it is where YAML reads it as this text, else in quotes.</summary>
    internal static string Word(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.All(letter =>
            char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '/' or '.') && text[^1] != ' '
            && text is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off")
            ? text : JsonSerializer.Serialize(text, Quoted);

    private static JsonSerializerOptions Quoted { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', depth * 2).Append(line).Append('\n');
}
