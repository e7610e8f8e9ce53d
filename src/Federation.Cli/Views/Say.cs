namespace Federation.Cli.Views;

/// <summary>Figures as people say them, always with their unit.</summary>
internal static class Say
{
    /// <summary>About three digits: "52 %", "19.5 h", "0.43".</summary>
    public static string Value(double value, string unit)
    {
        var figure = Math.Abs(value) switch
        {
            >= 100 => value.ToString("#,0"),
            >= 10 => value.ToString("0.#"),
            _ => value.ToString("0.##"),
        };
        return unit.Length == 0 ? figure : $"{figure} {unit}";
    }

    public static string Count(long count, string one, string many) =>
        $"{count:#,0} {(count == 1 ? one : many)}";

    /// <summary>A share 0..1 as a percentage.</summary>
    public static string Share(double share) => Value(share * 100, "%");

    /// <summary>"120 to 480 person-hours (240 as assumed)".</summary>
    public static string Range(Runs.RangeReport range, string unit) =>
        $"{Value(range.Low, "")} to {Value(range.High, unit)} ({Value(range.Mid, "")} as assumed)";

    /// <summary>With a capital at its beginning.</summary>
    public static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    public static string Bytes(long bytes) => bytes switch
    {
        >= 1_000_000_000 => $"{bytes / 1e9:0.0} GB",
        _ => $"{bytes / 1e6:0} MB",
    };

    public static string Days(int days) =>
        days % 365 == 0 && days > 0 ? Count(days / 365, "year", "years") : Count(
            days, "day", "days");
}
