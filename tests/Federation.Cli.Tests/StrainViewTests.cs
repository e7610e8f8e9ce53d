using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Society.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests;

public sealed class StrainViewTests
{
    private static readonly RunReport Strained = StrainReport.Add(Sample.Run, new StrainOutcome(
        2, 1, 0, 0, 0, 4, 1, 0, 3, [new StrainedDecision(1, "captured", .31, .02)]));

    private static string Text(Action<Page> view)
    {
        using var text = new StringWriter();
        view(Page.On(text, isTerminal: false, color: false, width: 0));
        return text.ToString();
    }

    [Fact]
    public void A_run_says_what_no_circle_knows()
    {
        var text = Text(page => RunView.Write(page, Strained, ScenarioCatalogue.Load("cohousing")));

        Assert.Contains("Of 32 people: 2 captured, 1 blocking.", text, StringComparison.Ordinal);
        Assert.Contains("4 members are no person at all.", text, StringComparison.Ordinal);
        Assert.Contains("decision 1 is captured: 0.31 from its text there", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_explained_with_the_class_it_falls_in()
    {
        var (strained, clean) = (Explained(Strained), Explained(Sample.Run));

        Assert.Contains("What no circle knows", strained, StringComparison.Ordinal);
        Assert.DoesNotContain("What no circle knows", clean, StringComparison.Ordinal);

        static string Explained(RunReport run) =>
            Text(page => MinutesView.Write(page, new ExplainReport(run.Decisions[0], [])));
    }
}
