using System.Text.Json;
using System.Text.RegularExpressions;
using Federation.Cli.Reports;
using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Cli.Views;

namespace Federation.Cli.Tests.Reports;

/// <summary>What figures are drawn from, before any browser.</summary>
public sealed class FigureTests
{
    /// <summary>The stages fill the height in every week, and the facts are those of the curve.</summary>
    [Fact]
    public void The_report_draws_the_stages_of_an_innovation()
    {
        var told = AdoptionSample.Run.Adoption!;
        var page = HtmlReport.Write(AdoptionSample.Run, AdoptionSample.Scenario);

        var groups = JsonDocument.Parse(Facts("areas").Match(page).Groups[1].Value).RootElement.GetProperty("groups")
            .EnumerateArray().Select(group => group.GetProperty("points").EnumerateArray()
                .Select(point => point.GetProperty("y").GetDouble()).ToArray()).ToArray();
        Assert.Equal(4, groups.Length);
        for (var week = 0; week < groups[0].Length; week++) Assert.Equal(told.Circles, groups.Sum(group => group[week]));
        Assert.Equal((told.Curve[0].Adopted, told.Adopted), (groups[0][0], groups[0][^1]));
        Assert.Equal((told.Adopted, told.Circles - told.Adopted),
            (told.Immunities.Sum(one => one.Adopted), told.Immunities.Sum(one => one.Others)));
        Assert.DoesNotContain("<h2>Ridiculous", HtmlReport.Write(Sample.Troubled, AdoptionSample.Scenario),
            StringComparison.Ordinal);
    }

    /// <summary>A peak is a number of circles of so many, not most of them.</summary>
    [Fact]
    public void The_peak_of_a_stage_is_told_as_what_it_is()
    {
        var told = AdoptionSample.Run.Adoption! with
        {
            Circles = 156, Ridiculous = new AdoptionPeak(166, 55), Dangerous = new AdoptionPeak(200, 30), GivenUp = 1,
        };

        var said = string.Join(' ', AdoptionLines.Said(told));

        Assert.Contains("It seemed ridiculous to the largest number of circles, 55 of 156, in week 166; dangerous to the "
            + "largest number, 30, in week 200.", said, StringComparison.Ordinal);
        Assert.Contains("give it up again 1 time.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("to most", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trend_keeps_points_of_one_value_together()
    {
        LinePoint[] gridded = [.. Enumerable.Range(0, 30).Select(i => new LinePoint(i / 10, i))];
        LinePoint[] spread = [.. Enumerable.Range(0, 30).Select(i => new LinePoint(i, i))];

        Assert.Equal([(0, 4.5), (1, 14.5), (2, 24.5)], Trends.Along(gridded, "grid").Line.Select(one => (one.X, one.Y)));
        Assert.Equal([2, 7, 12, 17, 22, 27], Trends.Along(spread, "lhs").Line.Select(one => one.X));
        Assert.Empty(Trends.Along(spread, "morris").Line);
        Assert.Empty(Trends.Along(spread[..8], "lhs").Line);
        Assert.Contains("each value", Trends.Along(gridded, "grid").Told, StringComparison.Ordinal);
        Assert.DoesNotContain("line", Trends.Along(gridded, "morris").Told, StringComparison.Ordinal);
    }

    private static Regex Facts(string kind) => new(
        $"data-kind=\"{kind}\".*?application/json\">(.*?)</script>", RegexOptions.Singleline);
}
