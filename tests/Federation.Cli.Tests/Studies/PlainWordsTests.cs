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

    /// <summary>The same said of each rule and each measure is not read.</summary>
    [Fact]
    public void What_rules_go_for_by_construction_is_one_sentence()
    {
        var report = Sample("consent", "median", "decree");
        report = report with
        {
            Measures = [.. new[] { "meanUtility", "hadASay", "distanceToMedian", "outsideTolerance" }.Select(name =>
                new MeasureReport(name, "", "higher", "what it says", "model", 0, 1, []))],
        };

        var said = Assert.Single(PlainWords.SaysNot(report), one => one.StartsWith("Nothing is shown", StringComparison.Ordinal));

        Assert.EndsWith("by construction: median on meanUtility, distanceToMedian; consent, median on hadASay; "
            + "consent on outsideTolerance (among those present).", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_all_are_compared_by_is_not_named_again_and_again()
    {
        var report = Sample("consent", "median") with
        {
            Measures = [new MeasureReport("hadASay", "", "higher", "what it says", "model", 0, 1, [])],
        };

        Assert.EndsWith("every rule compared on hadASay.", Construction.Sentence(report), StringComparison.Ordinal);
        Assert.Equal("", Construction.Sentence(Sample("decree")));
    }

    /// <summary>Pairs are compared within a setting; consent with latitude lost nothing when consent without it did.</summary>
    [Fact]
    public void A_loss_names_the_setting_it_was_lost_under_and_each_rule_once()
    {
        var sample = StudySample.Of(["consent", "decree", "median"], ("rules.latitude", ["no", "yes"]));
        CompareReport Lost(Func<PairReport, bool> where) => sample with
        {
            Pairs = [.. sample.Pairs.Where(pair => pair.Measure == "weeks").Select(pair => pair with
            {
                Verdict = pair.A.StartsWith("consent", StringComparison.Ordinal) && where(pair) ? "higher" : "open",
            })],
        };

        Assert.StartsWith("With rules.latitude=no consent lost to decree, median on weeks.",
            PlainWords.Says(Lost(pair => pair.A.EndsWith("no", StringComparison.Ordinal))).First(), StringComparison.Ordinal);
        Assert.StartsWith("Under every setting consent lost to decree, median on weeks.",
            PlainWords.Says(Lost(_ => true)).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_replication_has_no_interval_and_nothing_is_unknown()
    {
        var report = With(Sample("consent", "decree"), "harmMean", pair => pair with
        {
            N = 1, Difference = -0.01, Low = null, High = null, Effect = null, Verdict = "open",
        }) with { Replications = 1 };

        Assert.Contains(PlainWords.Says(report), said => said.Contains("in the one replication harm is lower by 0.01;", StringComparison.Ordinal));
        Assert.DoesNotContain(PlainWords.Says(report).Concat(PlainWords.SaysNot(report)),
            said => said.Contains("unknown", StringComparison.Ordinal) || said.Contains("1 replications", StringComparison.Ordinal));
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
