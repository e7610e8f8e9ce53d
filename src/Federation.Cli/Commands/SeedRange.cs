using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Federation.Cli.Commands;

/// <summary>Seeds as a command line writes them: "1..30", or one.</summary>
internal static class SeedRange
{
    private const ulong Most = 10_000;

    public static Option<Seeds> Option(string description, Seeds otherwise) =>
        new("--seeds")
        {
            Description = description,
            HelpName = "A..B",
            DefaultValueFactory = _ => otherwise,
            CustomParser = Read,
        };

    private static Seeds Read(ArgumentResult written)
    {
        var text = written.Tokens.Count == 1 ? written.Tokens[0].Value : "";
        var ends = text.Split("..");
        if (ends.Length is 1 or 2 && Seed(ends[0], out var first) && Seed(ends[^1], out var last)
            && first <= last && last - first < Most) return new Seeds(first, last);
        written.AddError(
            $"'{text}' is not a range of seeds: write 1..30, the smaller first, at most {Most:#,0} of them");
        return default;
    }

    private static bool Seed(string text, out ulong seed) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
}

/// <summary>Both ends included; help shows them as they are written.</summary>
internal readonly record struct Seeds(ulong First, ulong Last)
{
    public override string ToString() => $"{First}..{Last}";
}
