using System.Collections.Immutable;
using System.Globalization;
using Federation.Governance.Circles;

namespace Federation.Storage.Scenarios;

/// <summary>One key's written value to the value it means, by the key's row.</summary>
internal static class KeyReader
{
    private const int ListMax = 10_000;

    /// <summary>The value, or null after telling what is wrong with it.</summary>
    public static object? Read(ScenarioKey key, string path, ScenarioNode node, Problems problems)
    {
        if (node is ScenarioNode.Scalar { IsNothing: true } && key.Kind is not KeyKind.Text)
            return Refuse(
                "It has no value", key.Required ? "Give it one"
                : "Leave the line out to take the default");

        return key.Kind switch
        {
            KeyKind.Texts or KeyKind.Segments or KeyKind.Choices => Elements(
                One(key), value => (string)value),
            KeyKind.Wholes => Elements(One(key), value => (int)(long)value),
            KeyKind.Numbers => Elements(One(key), value => (double)value),
            KeyKind.NumbersByName => ByName(),
            _ => node is ScenarioNode.Scalar scalar
                ? ReadScalar(key, path, scalar, problems)
                : Refuse($"It is {node.Kind}, not {Expected(key)}", $"Write {Expected(key)}"),
        };

        object? Refuse(string reason, string remedy)
        {
            problems.Add(node, path, reason, remedy);
            return null;
        }

        object? Elements<T>(ScenarioKey element, Func<object, T> convert)
        {
            if (node is not ScenarioNode.Sequence list)
                return Refuse($"It is {node.Kind}, not a list", "Write [a, b, c]");
            if (list.Items.Length > ListMax)
                return Refuse(
                    $"The list has {list.Items.Length} elements",
                    $"At most {ListMax} are possible");
            var values = ImmutableArray.CreateBuilder<T>(list.Items.Length);
            for (var i = 0; i < list.Items.Length; i++)
            {
                if (Read(
                    element, $"{path}.{i + 1}", list.Items[i], problems) is not { } value) continue;
                if (key.Kind is KeyKind.Choices or KeyKind.Texts && values.Contains(convert(value)))
                    problems.Add(
                        list.Items[i], $"{path}.{i + 1}", $"'{value}' is listed twice",
                        "Keep it once");
                values.Add(convert(value));
            }

            return values.ToImmutable();
        }

        object? ByName()
        {
            if (node is not ScenarioNode.Map map)
                return Refuse(
                    $"It is {node.Kind}, not names with numbers", "Write 'name: number' lines");
            var values = ImmutableSortedDictionary.CreateBuilder<string, double>(
                StringComparer.Ordinal);
            foreach (
                var (name, written) in map.Entries.Select(entry => (entry.Key.Text, entry.Value)))
                if (Read(One(key), $"{path}.{name}", written, problems) is double value)
                    values[name] = value;
            return values.ToImmutable();
        }
    }

    private static ScenarioKey One(ScenarioKey key) => key with
    {
        Kind = key.Kind switch
        {
            KeyKind.Choices => KeyKind.Choice,
            KeyKind.Segments => KeyKind.Segment,
            KeyKind.Wholes => KeyKind.Whole,
            KeyKind.Texts => KeyKind.Text,
            _ => KeyKind.Number,
        },
        Required = true,
    };

    private static object? ReadScalar(
        ScenarioKey key, string path, ScenarioNode.Scalar scalar, Problems problems)
    {
        var text = scalar.Text;
        object? value = key.Kind switch
        {
            KeyKind.Text => TextOf(key, scalar),
            KeyKind.Choice => key.Words.Contains(text) ? text : null,
            KeyKind.Whole => Numerals.Whole(text),
            KeyKind.Number => Numerals.Number(text),
            KeyKind.Seed => ulong.TryParse(
                text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                ? seed : null,
            KeyKind.Segment => CircleId.IsPath(text) && !text.Contains('/') && text.Length <= 80
                ? text : null,
            KeyKind.Circle => CircleId.IsPath(text) && text.Length <= 1000 ? text : null,
            KeyKind.Term => Numerals.Days(text),
            _ => throw new NotSupportedException(key.Kind.ToString()),
        };
        if (value is null)
        {
            // A list of words is told once: where there is nothing nearer to write, in the remedy.
            var wanted = key is { Kind: KeyKind.Choice, Words.Length: > 1 } ? "a word this key takes" : Expected(key);
            problems.Add(scalar, path, $"{scalar.Kind} is not {wanted}", Remedy(key, text));
            return null;
        }

        var number = value switch { long whole => whole, double real => real, int days => days,
            _ => (double?)null };
        if (number is not { } checkedNumber || (
            checkedNumber >= key.Low && checkedNumber <= key.High)) return value;
        var unit = key.Unit.Length > 0 ? $" ({key.Unit})" : "";
        problems.Add(
            scalar, path, $"{text} is out of range{unit}", $"Write a number from {key.Range}");
        return null;
    }

    private static string? TextOf(ScenarioKey key, ScenarioNode.Scalar scalar)
    {
        var text = scalar.IsNothing ? "" : scalar.Text.Trim();
        if (key.Required && text.Length == 0) return null;
        return text.Any(letter => IsHidden(letter) && !(letter == '\n' && key.Path == "about"))
            || text.Length > Math.Min(key.High, 5000)
            ? null
            : text;
    }

    /// <summary>What moves a cursor, ends a line or turns the direction of reading (Unicode's UAX 9).</summary>
    private static bool IsHidden(char letter) => char.IsControl(letter)
        || letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';

    private static string Remedy(ScenarioKey key, string text) => key.Kind switch
    {
        KeyKind.Choice => Nearest.Suggest(text, key.Words, $"Write {Expected(key)}"),
        KeyKind.Number when Numerals.LooksFinite(text) => "Write the number without its unit",
        KeyKind.Circle or KeyKind.Segment =>
            $"Write {Expected(key)}, for example '{Example(key.Kind, text)}'",
        _ => $"Write {Expected(key)}",
    };

    private static string Example(KeyKind kind, string text)
    {
        var letters = text.Trim('/').ToLowerInvariant()
            .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '/' ? letter : '-')
                .ToArray();
        var path = new string(letters).Trim('-', '/');
        return kind == KeyKind.Circle && CircleId.IsPath(path) ? path
            : kind == KeyKind.Segment && CircleId.IsPath(path) && !path.Contains('/') ? path
            : kind == KeyKind.Circle ? "top/general/east" : "east";
    }

    internal static string Expected(ScenarioKey key) => key.Kind switch
    {
        KeyKind.Text => (double.IsFinite(key.High) ? $"text of at most {key.High} letters" : "text")
            + (key.Path == "about" ? "" : ", in one line and without hidden characters"),
        KeyKind.Choice => key.Words.Length == 1 ? $"'{key.Words[0]}'" : "one of " + string.Join(
            ", ", key.Words),
        KeyKind.Whole => key.HasRange ? $"a whole number from {key.Range}" : "a whole number",
        KeyKind.Number => key.HasRange ? $"a finite number from {key.Range}" : "a finite number",
        KeyKind.Seed => "a whole number from 0 to 18446744073709551615",
        KeyKind.Segment => "a name of lower-case letters, digits and hyphens",
        KeyKind.Circle =>
            "a circle's path: names of lower-case letters, digits and hyphens, joined by '/'",
        KeyKind.Term => "a term such as '12 months', '90 days' or a number of days",
        KeyKind.NumbersByName => "names with a number each",
        _ => "a list",
    };
}
