using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>What waves cost, as a table: ratios first, since they hold on other machines too.</summary>
internal static class BenchView
{
    public static void Write(Page page, BenchReport bench)
    {
        page.Heading("What a decision costs beside bare grains and a plain loop");
        page.Table(
            ["", "circles", "silos", "to as many bare waves", "to a plain loop", "CPU us a circle", "bytes a circle",
                "wall"],
            [.. bench.Rows.Select(row => (IReadOnlyList<string>)
            [
                row.Name, $"{row.Circles:#,0}", row.Silos == 0 ? "none" : $"{row.Silos}", $"{row.RatioToBareWave:0.00}",
                $"{row.RatioToPlainLoop:#,0}", $"{row.CpuMicrosPerCircle:0.00}", $"{row.BytesPerCircle:#,0}",
                $"{row.WallSeconds:0.000} s",
            ])]);
        page.Line("Founding and a consent wave go up and down, so they are held against two bare waves; nothing is "
            + "stored or traced.");
        foreach (var row in bench.Rows.Where(row => row.Name == "consent wave" && row.Objecting is not null))
            page.Line($"{row.Circles:#,0} circles: {row.Objecting:0.0 %} held an objection when first asked; the "
                + "seal is the reference run's.");
        page.Line(bench.Load is { } load
            ? $"{bench.Machine}; load before: {load:0.0}." : $"{bench.Machine}.");
    }
}
