using Federation.Check.Known;
using static Federation.Check.Rows.PowerRows;

namespace Federation.Check.Rows;

/// <summary>V41 to V43: how something new spreads.</summary>
internal static class AdoptionRows
{
    public static IEnumerable<Row> All => [.. Bass(), .. Thresholds(), .. Windows()];

    private static IEnumerable<Row> Bass()
    {
        const double p = .03, q = .38;
        const string source = "Bass 1969, closed form";
        yield return Row.Number("V41", "p .03, q .38: time of the peak", 6.19262, 1e-5, source, () =>
            Diffusion.BassPeak(p, q));
        yield return Row.Number("V41", "p .03, q .38: adopted at the peak", .46053, 1e-5, source,
            () => Diffusion.Bass(p, q, Diffusion.BassPeak(p, q)));
        yield return Row.Number("V41", "p .03, q .38: rate at the peak", .11059, 1e-5, source,
            () => Diffusion.BassRate(p, q, Diffusion.BassPeak(p, q)));
        foreach (var (time, expected) in ((double, double)[])[(5, .331199), (10, .812803)])
            yield return Row.Number("V41", Line($"p .03, q .38: adopted at {time}"), expected, 1e-5, source,
                () => Diffusion.Bass(p, q, time));
    }

    private static IEnumerable<Row> Thresholds()
    {
        yield return Row.Number("V42", "thresholds 0 to 99: how many join", 100, 0, "Granovetter 1978",
            () => Diffusion.Cascade(Enumerable.Range(0, 100)));
        yield return Row.Number("V42", "the same with 2 instead of 1", 1, 0, "Granovetter 1978",
            () => Diffusion.Cascade(Enumerable.Range(0, 100).Select(threshold => threshold == 1 ? 2 : threshold)));
    }

    private static IEnumerable<Row> Windows()
    {
        foreach (var (enough, least, most) in ((int, double, double)[])
            [(5, 1.0207, 5.7647), (4, 1.1141, 3.8631), (6, 1.0037, 7.4771), (3, 0, 0), (2, 0, 0)])
        {
            yield return Row.Number("V43", Line($"one of {enough} neighbours is enough: window opens at"), least, 1e-3,
                "Watts 2002",
                () => Diffusion.WattsWindow(enough).Least);
            yield return Row.Number("V43", Line($"one of {enough} neighbours is enough: window closes at"), most, 1e-3,
                "Watts 2002",
                () => Diffusion.WattsWindow(enough).Most);
        }
    }
}
