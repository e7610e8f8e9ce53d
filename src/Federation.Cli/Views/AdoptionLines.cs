using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Adoption;

namespace Federation.Cli.Views;

/// <summary>How an innovation went through the federation, in words and as a curve.</summary>
internal static class AdoptionLines
{
    private const int Rows = 14;

    private const int Width = 40;

    public static void Write(Page page, RunReport run)
    {
        if (run.Adoption is not { } told) return;
        page.Heading($"Ridiculous, dangerous, obvious: {told.Adopted} of {told.Circles} circles took it up");
        foreach (var sentence in Said(told)) page.Line(sentence);
        page.Table(["week", "unaware", "ridiculous", "dangerous", "adopted", ""],
            [.. Sampled(told).Select(week => (IReadOnlyList<string>)
            [
                $"{week.Week}", $"{week.Unaware}", $"{week.Ridiculous}", $"{week.Dangerous}", $"{week.Adopted}",
                Bar(week, told.Circles),
            ])]);
        page.Line("The bar: # adopted, ! dangerous, ? ridiculous, . unaware. Week by week in adoption.csv, circle by "
            + "circle in adopters.csv. All simulated; no figure is from the field.");
        page.Facts(("adoption seal", told.Seal));
    }

    internal static IEnumerable<string> Said(AdoptionReport told)
    {
        yield return told.Reached.Half is { } half
            ? $"A tenth of the circles had it in week {told.Reached.Tenth}, half in week {half}"
                + (told.Reached.NineTenths is { } most ? $", nine tenths in week {most}." : "; nine tenths never.")
            : told.Reached.Tenth is { } tenth ? $"A tenth of the circles had it in week {tenth}; half of them never."
            : "It never reached a tenth of the circles.";
        if (told.Ridiculous is { } laughed && told.Dangerous is { } feared)
            yield return "It seemed ridiculous to the largest number of circles, "
                + $"{laughed.Circles} of {told.Circles}, in week {laughed.Week}; dangerous to the largest number, "
                + $"{feared.Circles}, in week {feared.Week}.";
        if (told.GivenUp > 0)
            yield return $"Opponents made a circle give it up again {Say.Count(told.GivenUp, "time", "times")}.";
        if (told.ImmunityOfOthers is { } others)
            yield return $"Circles that did not take it up have a mean immunity to change of {others:0.00}, "
                + $"adopters {told.ImmunityOfAdopters:0.00}"
                + (told.Unaware > 0 ? $"; {told.Unaware} never heard of it." : ".")
                + $" The most immune of them: {string.Join(", ", told.Holdouts)}.";
    }

    private static IEnumerable<AdoptionWeek> Sampled(AdoptionReport told)
    {
        var last = told.Curve.Length - 1;
        return Enumerable.Range(0, Rows).Select(row => last * row / (Rows - 1)).Distinct().Select(at => told.Curve[at]);
    }

    private static string Bar(AdoptionWeek week, int circles)
    {
        var adopted = Width * week.Adopted / circles;
        var dangerous = Width * (week.Adopted + week.Dangerous) / circles;
        var ridiculous = Width * (week.Adopted + week.Dangerous + week.Ridiculous) / circles;
        return new string('#', adopted) + new string('!', dangerous - adopted) + new string('?', ridiculous - dangerous)
            + new string('.', Width - ridiculous);
    }
}
