using Federation.Cli.Reports;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests;

public sealed class ViewTests
{
    private static string Text(Action<Page> view)
    {
        using var text = new StringWriter();
        view(Page.On(text, isTerminal: false, color: false, width: 0));
        return text.ToString();
    }

    [Fact]
    public void A_run_is_told_in_the_order_that_convinces_or_does_not()
    {
        var text = Text(
            page => RunView.Write(page, Sample.Run, ScenarioCatalogue.Load("cohousing")));

        string[] order =
        [
            "20.4 °C (proposed: 22 °C)", "Who changed what", "Mara 7 objects",
                "20 to 80 person-hours (40 as assumed)",
            "every 14 days", "under other rules", "Where consent lost", "What would reverse",
                "1 silo lost; 214 circles asked again",
            "aaaa", "traces.jsonl", "federation explain 1", "federation verify",
        ];
        var places = order.Select(told => text.IndexOf(told, StringComparison.Ordinal)).ToArray();
        Assert.All(places, place => Assert.True(place >= 0));
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Where_consent_lost_counts_only_differences_that_matter()
    {
        var lost = CounterfactualLines.Lost(Sample.Run, weeks: 6, smallestHarm: 0.01);

        Assert.Contains("decree did less harm", lost, StringComparison.Ordinal);
        Assert.Contains("majority was faster", lost, StringComparison.Ordinal);
        Assert.DoesNotContain("median", lost, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elected"), InlineData("forwarded"), InlineData("proposed"), InlineData("shaped"),
        InlineData("objection")]
    [InlineData("integrated"), InlineData("shortened"), InlineData("measured"), InlineData("carried")]
    [InlineData("adapted"), InlineData("unresolved"), InlineData("review requested"), InlineData(
        "declined")]
    [InlineData("told"), InlineData("parked"), InlineData("referred"), InlineData("something new")]
    public void Every_kind_of_minute_is_a_sentence(string kind)
    {
        var sentence = Minutes.Sentence(Sample.Step(kind));
        var bare = Minutes.Sentence(
            Sample.Step(kind) with { Member = "", Argument = "", From = "", To = "" });

        Assert.All([sentence, bare], text =>
        {
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.True(char.IsUpper(text[0]));
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("vote", text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("too warm for the seedlings", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_consent_says_what_the_text_was_before_and_a_review_who_asked_for_it()
    {
        var decided = Sample.Step("decided") with { From = "20 degrees", To = "18 degrees" };
        var heard = Sample.Step("review heard") with { About = "county 3 (system/c1/c3)", Member = "delegate of feeder 2" };

        Assert.EndsWith("consents to 18 degrees, where it was 20 degrees.", Minutes.Sentence(decided), StringComparison.Ordinal);
        Assert.StartsWith(
            "A review is asked for by county 3 (system/c1/c3), which cannot carry the text out, because delegate of feeder 2 "
                + "objects to any text within the limit: too warm", Minutes.Sentence(heard), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_one_small_file_that_escapes_everything_and_loads_nothing()
    {
        var scenario = ScenarioCatalogue.Load("cohousing", ["about=<script>alert(1)</script>"]);
        var html = HtmlReport.Write(Sample.Run, scenario);

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>house", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains(
            "20.4 °C", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.True(html.Length < 2_000_000);
    }

    [Fact]
    public void A_report_is_well_formed()
    {
        var html = HtmlReport.Write(Sample.Run, ScenarioCatalogue.Load("cohousing"));
        var body = html[html.IndexOf("<main>", StringComparison.Ordinal)..(
            html.IndexOf("</main>", StringComparison.Ordinal) + 7)];

        Assert.NotNull(System.Xml.Linq.XDocument.Parse(body).Root);
    }

    [Fact]
    public void A_circle_shows_its_links_and_what_it_agreed()
    {
        var text = Text(page => CircleView.Write(page, new CircleReport(
            "full/land", "work", "full", [], "care for the land", "the garden",
            [new MemberReport("Mara 7", "delegate", ["full"])],
                [new AgreementReport(1, 2, 182, 91)])));

        Assert.Contains("Mara 7  delegate  full", text, StringComparison.Ordinal);
        Assert.Contains("182", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_logbook_ends_with_four_and_names_the_place()
    {
        using var folder = new Folder();
        var broken = Invocation.Ending(Sample.Run) with
        {
            Verify = (_, _) => Task.FromResult(
                new VerifyReport(
                6, 40, 0, "", new BreakReport("full/land", 3, "the entry's digest differs"))),
        };
        await Invocation.With(broken, ["run", "cohousing", "--out", folder.In("run")]);

        var found = await Invocation.With(broken, ["verify", folder.In("run"), "--json"]);

        Assert.Equal((ExitCode.NotVerifiable, false), (found.Code, (bool)found.Json["ok"]!));
        Assert.Equal(3, (int)found.Json["firstBreak"]!["entry"]!);
        Assert.Equal("full/land, entry 3", (string)found.Json["error"]!["where"]!);
    }
}
