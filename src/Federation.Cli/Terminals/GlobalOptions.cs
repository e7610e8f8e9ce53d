using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Federation.Cli.Terminals;

/// <summary>The options every command has.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = Flag(
        "--json", "One JSON document on standard output and nothing else there.");
    public Option<bool> NoColor { get; } = Flag(
        "--no-color", "No colours; the same as setting NO_COLOR.");
    public Option<bool> Quiet { get; } = Flag("--quiet", "No progress on standard error.");
    public Option<bool> NoInput { get; } = Flag("--no-input", "Never ask; fail instead.");
    public Option<bool> Verbose { get; } = Flag(
        "--verbose", "Say more on standard error, such as where an error arose.");

    public Option<TimeSpan?> Timeout { get; } = new("--timeout")
    {
        Description = "Give up after this long: 90, 90s, 5m or 2h. Ends with code 124.",
        HelpName = "TIME",
        Recursive = true,
        CustomParser = Span,
    };

    public IReadOnlyList<Option> All => [Json, NoColor, Quiet, NoInput, Timeout, Verbose];

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Recursive = true };

    private static TimeSpan? Span(ArgumentResult written)
    {
        var text = written.Tokens.Count == 1 ? written.Tokens[0].Value : "";
        var unit = text.Length > 0 ? text[^1] : ' ';
        var seconds = unit switch { 's' => 1.0, 'm' => 60.0, 'h' => 3600.0, _ => 0 };
        if (double.TryParse(seconds > 0 ? text[..^1] : text, NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var count)
            && count > 0 && count * Math.Max(1, seconds) < TimeSpan.FromDays(20).TotalSeconds)
            return TimeSpan.FromSeconds(count * Math.Max(1, seconds));
        written.AddError($"'{text}' is not a time for --timeout: write 90, 90s, 5m or 2h");
        return null;
    }
}
