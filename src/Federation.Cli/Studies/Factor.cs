using System.Collections.Immutable;
using System.Globalization;
using Federation.Cli.Terminals;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Studies;

/// <summary>A key of the scenario that a study varies: over values, or over a range.</summary>
internal abstract record Factor(string Key)
{
    /// <summary>Each of a few values, as a scenario file would have them.</summary>
    public sealed record Levels(string Key, ImmutableArray<string> Values) : Factor(Key);

    /// <summary>Any number from the low to the high end; <paramref name="Whole"/> numbers only where the
    /// scenario takes no others.</summary>
    public sealed record Range(string Key, double Low, double High, bool Whole) : Factor(Key)
    {
        /// <summary>The value at a share of the way from low to high, 0..1.</summary>
        public double At(double share) => Whole
            ? Math.Min(High, Low + Math.Floor(share * (High - Low + 1)))
            : Low + (share * (High - Low));
    }

    private const char Joint = '+';

    /// <summary>"process.gate=sofa,s3", "process.latitude=0..0.3" or
    /// "people.toleranceLow+people.toleranceHigh=0.1/0.3,0.2/0.5".</summary>
    /// <exception cref="CommandFailure">It is neither.</exception>
    public static Factor Parse(string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        if (cut <= 0 || cut == text.Length - 1)
            throw Unfit(text, "is not key=values", "Write --vary process.shaping=0,0.6 or process.latitude=0..0.3");
        var (key, values) = (text[..cut].Trim(), text[(cut + 1)..].Trim());
        var ends = values.Split("..");
        if (ends.Length == 2 && ends.All(end => end.Length > 0)) return Between(text, key, ends[0], ends[1]);
        var listed = Split(values).ToImmutableArray();
        if (listed.Any(value => value.Length == 0))
            throw Unfit(text, "has a value that is empty", "Write values with one comma between them");
        if (listed.Distinct(StringComparer.Ordinal).Count() < listed.Length)
            throw Unfit(text, "has a value twice", "Name each value once");
        return new Levels(key, listed);
    }

    /// <summary>All factors, each key once.</summary>
    public static ImmutableArray<Factor> ParseAll(IEnumerable<string> texts)
    {
        var factors = texts.Select(Parse).ToImmutableArray();
        var keys = factors.SelectMany(factor => factor.Key.Split(Joint)).GroupBy(key => key, StringComparer.Ordinal);
        if (keys.FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Unfit(twice.Key, "is varied twice", "Put all its values into one --vary");
        return factors;
    }

    /// <summary>What a value of a factor sets: "a+b" is two keys that vary together, and takes "1/2".</summary>
    /// <exception cref="CommandFailure">There are not as many values as keys.</exception>
    public static IEnumerable<string> Settings(KeyValuePair<string, string> point)
    {
        var keys = point.Key.Split(Joint);
        string[] values = keys.Length == 1 ? [point.Value] : point.Value.Split('/');
        return keys.Length == values.Length ? keys.Zip(values, (key, value) => $"{key}={value}")
            : throw Unfit($"{point.Key}={point.Value}", $"has {keys.Length} keys and {values.Length} values",
                $"Give each key a value: --vary {point.Key}={string.Join('/', keys.Select((_, at) => $"{at}"))}");
    }

    private static Range Between(string text, string key, string from, string to)
    {
        if (!Number(from, out var low) || !Number(to, out var high))
            throw Unfit(text, "is no range of numbers", "Write --vary key=LOW..HIGH with two finite numbers");
        if (low >= high)
            throw Unfit(text, $"runs from {from} to {to}, which is not upwards", $"Write {key}={to}..{from}");
        return new Range(key, low, high, IsWhole(key));
    }

    private static bool IsWhole(string key)
    {
        var path = string.Join('.', key.Split('.').Where(part => !part.All(char.IsAsciiDigit)));
        return ScenarioKeys.All.Any(one => one.Path.Replace("[]", "", StringComparison.Ordinal) == path
            && one.Kind is KeyKind.Whole or KeyKind.Wholes or KeyKind.Seed or KeyKind.Term);
    }

    private static bool Number(string text, out double number) => double.TryParse(
        text, NumberStyles.Float & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    /// <summary>At commas outside brackets: a value may be a list.</summary>
    private static IEnumerable<string> Split(string values)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is '[' or '{') depth++;
            else if (values[i] is ']' or '}') depth--;
            else if (values[i] == ',' && depth == 0)
            {
                yield return values[from..i].Trim();
                from = i + 1;
            }
        }

        yield return values[from..].Trim();
    }

    private static CommandFailure Unfit(string text, string what, string remedy) =>
        new("usage", $"'{text}' {what}", remedy, "--vary", ExitCode.Usage);
}
