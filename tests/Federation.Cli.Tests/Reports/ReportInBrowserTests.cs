using Deque.AxeCore.Commons;
using Federation.Cli.Reports;
using Federation.Cli.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests.Reports;

/// <summary>The report as a person meets it: in a browser, on a wide screen, a phone, in the dark, on paper.</summary>
public sealed class ReportInBrowserTests : IAsyncLifetime, IDisposable
{
    private readonly Folder _folder = new();
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        if (Browser.Program is not null) _browser = await Browser.Start();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task It_complains_of_nothing_asks_for_nothing_and_draws_every_figure(string name)
    {
        var visit = await Visit.To(_browser, Write(name), 1200);

        Assert.Empty(visit.Complaints);
        Assert.Empty(visit.Requests);
        Assert.True((int)(await visit.Evaluate("document.querySelectorAll('figure').length"))! > 0);
        MustBeEmpty((string)(await visit.Evaluate(
            "[...document.querySelectorAll('figure')].filter(one => !one.querySelector('.plot svg'))"
            + ".map(one => one.querySelector('h3').textContent).join()"))!);
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task On_a_phone_nothing_is_cut_off_or_too_small_to_read(string name)
    {
        var visit = await Visit.To(_browser, Write(name), 360);

        Assert.True((int)(await visit.Evaluate("document.documentElement.scrollWidth"))! <= 360);
        MustBeEmpty((string)(await visit.Evaluate(
            """
            [...document.querySelectorAll("svg text, p, summary, h1, h2, h3, li, .scroll")]
              .filter(one => one.getClientRects().length > 0 && one.textContent.trim() !== "")
              .filter(one => {
                const at = one.getBoundingClientRect(), own = one.ownerSVGElement;
                const scale = own && own.viewBox.baseVal ? own.clientWidth / own.viewBox.baseVal.width : 1;
                return at.left < -1 || at.right > 361 || parseFloat(getComputedStyle(one).fontSize) * scale < 9.9;
              }).map(one => one.tagName + " " + one.textContent).join("; ")
            """))!);
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Its_accessibility_has_no_fault_a_machine_can_find(string name)
    {
        var file = Write(name);
        foreach (var dark in new[] { false, true })
        {
            var visit = await Visit.To(_browser, file, 800, dark);
            await visit.Evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            await visit.Evaluate(new BundledAxeScriptProvider().GetScript() + ";0");

            MustBeEmpty((string)(await visit.Evaluate(
                "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] }).then(found => "
                + "found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' ')).join('; '))"))!);
        }
    }

    [BrowserFact]
    public async Task On_paper_the_folded_tables_are_open()
    {
        var visit = await Visit.To(_browser, Write("run"), 1200);
        await visit.Evaluate("addEventListener('beforeprint', () => window.opened = document.querySelectorAll("
            + "'details:not([open])').length)");

        var paper = await visit.Print();

        Assert.Equal("%PDF"u8.ToArray(), paper[..4]);
        Assert.Equal(0, (int)(await visit.Evaluate("window.opened"))!);
        Assert.True((int)(await visit.Evaluate("document.querySelectorAll('details:not([open])').length"))! > 0);
    }

    /// <summary>Thirty replications alike pile up; a picture of a chart ends where the chart does; a sheet of paper
    /// holds about 900 pixels below a heading.</summary>
    [BrowserTheory]
    [InlineData("compare-rules")]
    [InlineData("compare-many")]
    public async Task No_dot_hides_a_name_no_number_is_cut_off_and_no_drawing_is_longer_than_a_sheet(string name)
    {
        var visit = await Visit.To(_browser, Write(name), 800);

        MustBeEmpty((string)(await visit.Evaluate(
            """
            [...document.querySelectorAll("figure[data-kind=strips] .plot > svg")].flatMap(svg => {
              const texts = [...svg.querySelectorAll("text")].map(one => one.getBoundingClientRect());
              return [...svg.querySelectorAll("circle")].map(one => one.getBoundingClientRect()).filter(dot => texts.some(text =>
                dot.left < text.right && dot.right > text.left && dot.top < text.bottom - 2 && dot.bottom > text.top + 2))
                .map(dot => svg.closest("figure").querySelector("h3").textContent + " at " + dot.top);
            }).slice(0, 3).join("; ")
            """))!);
        MustBeEmpty((string)(await visit.Evaluate(
            """
            [...document.querySelectorAll("figure:not([data-kind=front]) .plot text")].filter(one => {
              const at = one.getBoundingClientRect(), place = one.closest(".plot").getBoundingClientRect();
              return at.width > 0 && (at.left < place.left - .5 || at.right > place.right + .5);
            }).map(one => one.textContent).slice(0, 5).join("; ")
            """))!);
        Assert.InRange((int)(await visit.Evaluate(
            "Math.ceil(Math.max(...[...document.querySelectorAll('.plot > svg')].map(one => one.getBoundingClientRect().height)))"))!, 200, 850);
    }

    public static TheoryData<string> Pages => [.. Samples.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, Func<string>> Samples { get; } = new(StringComparer.Ordinal)
    {
        ["run"] = () => HtmlReport.Write(Sample.Troubled, ScenarioCatalogue.Load("cohousing")),
        ["run-adoption"] = () => HtmlReport.Write(AdoptionSample.Run, AdoptionSample.Scenario),
        ["run-storm"] = () => HtmlReport.Write(StormSample.Run, StormSample.Scenario),
        ["compare-storm"] = () => ComparePage.Write(StormSample.Compared, StormSample.Scenario),
        ["compare-rules"] = () => ComparePage.Write(
            StudySample.Of(StudySample.Rules), ScenarioCatalogue.Load("cohousing")),
        ["compare-many"] = () => ComparePage.Write(
            Alike(StudySample.Of([.. Enumerable.Range(1, 12).Select(at => $"rule {at}")])), ScenarioCatalogue.Load("cohousing")),
        ["compare-line"] = () => ComparePage.Write(
            StudySample.Of([""], StudySample.Spreads), ScenarioCatalogue.Load("cohousing")),
        ["compare-plane"] = () => ComparePage.Write(
            StudySample.Of(StudySample.Rules[..2], StudySample.Spreads, StudySample.Tolerances),
            ScenarioCatalogue.Load("cohousing")),
        ["sweep-grid"] = () => SweepPage.Write(
            StudySample.Sweep(0, StudySample.Spreads, StudySample.Tolerances), ScenarioCatalogue.Load("cohousing")),
        ["sweep-ranges"] = () => SweepPage.Write(
            StudySample.Sweep(40, StudySample.Spreads, StudySample.Tolerances), ScenarioCatalogue.Load("cohousing")),
    };

    /// <summary>Every replication of a setting measures the same.</summary>
    private static CompareReport Alike(CompareReport report) => report with
    {
        Cells = [.. report.Cells.Select(cell => cell with { Values = [.. cell.Values.Select(_ => cell.Mean)] })],
    };

    /// <summary>With all of it in the message: xunit's own is cut.</summary>
    private static void MustBeEmpty(string faults) => Assert.True(faults.Length == 0, faults);

    private string Write(string name)
    {
        var file = _folder.In($"{name}.html");
        File.WriteAllText(file, Samples[name]());
        return file;
    }
}
