using Federation.Cli.Reports;
using Federation.Cli.Runs;
using Federation.Cli.Studies;
using Federation.Cli.Tests.Reports;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests.Studies;

/// <summary>What a comparison says in words, on figures written by hand.</summary>
public sealed class PlainWordsTests
{
    private static CompareReport Sample(params string[] rules) => StudySample.Of(rules);

    /// <summary>A plan written out gives every replication the same weeks: nothing could be a surer loss.</summary>
    [Fact]
    public void Losing_by_the_same_in_every_replication_is_losing()
    {
        var report = With(Sample("consent", "decree"), "weeks", pair => pair with
        {
            Difference = 4.357, Low = 4.357, High = 4.357, Verdict = "higher",
        });

        Assert.Contains(
            PlainWords.Says(report), said => said.StartsWith("Consent lost to decree", StringComparison.Ordinal)
            && said.Contains("weeks (in every replication by the same 4.357)", StringComparison.Ordinal));
    }

    [Fact]
    public void One_replication_tells_no_loss_and_no_victory()
    {
        var said = Assert.Single(
            PlainWords.Says(Sample("consent", "decree") with { Replications = 1 }),
            one => one.Contains("lost", StringComparison.Ordinal));

        Assert.Contains("cannot be told from one replication", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.0892, -0.1781, -0.0003, "open", "lower by 0.0892 (95 % interval 0.0003 to 0.1781; 1.2 standard")]
    [InlineData(-0.0892, -0.1781, -0.0003, "open", "no longer certain when all 1 pairs are judged together")]
    [InlineData(-0.01, -0.04, 0.02, "open", "lower by 0.01 (95 % interval -0.02 to 0.04;")]
    [InlineData(0, 0, 0, "equivalent", "harm is the same in every replication.")]
    [InlineData(0.3, 0.1, 0.5, "higher", "harm is higher by 0.3 (95 % interval 0.1 to 0.5;")]
    public void A_difference_lies_within_the_interval_told_with_it(
        double difference, double low, double high, string verdict, string told)
    {
        var report = With(Sample("consent", "decree"), "harmMean", pair => pair with
        {
            Difference = difference, Low = low, High = high, Effect = -1.2, Verdict = verdict,
        });

        var said = PlainWords.Says(report).Single(one => one.StartsWith("consent against decree", StringComparison.Ordinal));
        Assert.Contains(told, said, StringComparison.Ordinal);
    }

    /// <summary>Many rules make many pairs; where consent lost must not drown in them.</summary>
    [Fact]
    public void The_page_of_many_rules_tells_where_consent_lost()
    {
        var report = Sample([.. Enumerable.Range(0, 27).Select(at => at == 26 ? "consent" : $"rule {at}")]);
        report = report with { Says = [.. PlainWords.Says(report)] };

        var page = ComparePage.Write(report, ScenarioCatalogue.Load("cohousing"));

        Assert.StartsWith("Consent lost to rule 0", report.Says[0], StringComparison.Ordinal);
        Assert.Contains("<li>Consent lost to rule 0", page, StringComparison.Ordinal);
        Assert.Contains("further pairs are in pairs.csv", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caption_names_only_the_rules_compared_and_when_they_go_for_a_measure()
    {
        var told = Construction.Caption(Sample("consent", "share"), "outsideTolerance");

        Assert.Contains("consent (among those present)", told, StringComparison.Ordinal);
        Assert.Contains("share (rules.share=1 with rules.supports=tolerance)", told, StringComparison.Ordinal);
        Assert.Equal("", Construction.Caption(Sample("consent", "share"), "weeks"));
    }

    private static CompareReport With(CompareReport report, string measure, Func<PairReport, PairReport> change) =>
        report with { Pairs = [.. report.Pairs.Select(pair => pair.Measure == measure ? change(pair) : pair)] };
}
