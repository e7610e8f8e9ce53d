using CsCheck;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing;

namespace Federation.Society.Tests.Changes;

/// <summary>What holds in every federation, whoever strains it and however its circles decide.</summary>
/// <remarks>Federations, people, practices, links, reviews and strain are drawn; a failure prints the settings.</remarks>
public sealed class FederationPropertyTests
{
    private const int Federations = 150;

    /// <summary>Whoever objected, and was not found to have no case, was answered before the circle consented.</summary>
    [Fact]
    public void No_objection_that_counts_is_left_standing_where_a_circle_consents() => Drawn.Sample(settings =>
    {
        var driver = Run(settings);
        foreach (var circle in driver.Circles.Values)
            foreach (var meeting in driver.Entries(circle).GroupBy(entry => (entry.Cycle, entry.Decision, entry.Version)))
            {
                var minutes = meeting.ToArray();
                var consent = Array.FindLastIndex(minutes, entry => IsConsent(entry.Kind));
                for (var i = 0; i < consent; i++)
                    if (minutes[i].Kind == EntryKind.ObjectionRaised && !minutes.Any(other => Dismisses(other, minutes[i])))
                        Assert.Contains(minutes[i..consent], entry => IsAnswer(entry.Kind));
            }
    }, iter: Federations, print: Print);

    [Fact]
    public void A_double_link_is_two_people_whom_both_circles_know() => Drawn.Sample(settings =>
    {
        var driver = Run(settings);
        foreach (var circle in driver.Circles.Values)
            for (var child = 0; child < circle.Links.Length; child++)
            {
                var link = circle.Links[child];
                Assert.DoesNotContain(link.Delegates, elected => elected.Person == link.Leader?.Person);
                var below = driver.Circles.Values.Single(one => one.Id == World(settings).Of(circle.Id).Children[child]);
                if (below.Cycle > circle.Cycle) continue;
                Assert.Equal(below.Leader, link.Leader?.Person);
                Assert.Equal(below.Delegates, link.Delegates.Select(elected => elected.Person));
            }
    }, iter: Federations / 3, print: Print);

    [Fact]
    public void Only_the_owner_changes_a_text_and_a_logbook_only_grows() => Drawn.Sample(settings =>
    {
        var books = new Dictionary<CircleId, List<byte[]>>();
        PlainDriver driver = null!;
        driver = new PlainDriver(World(settings).Of) { Serving = served => Grows(served.After) };
        driver.Run(World(settings).OpenRegister());
        foreach (var circle in driver.Circles.Values)
            foreach (var theirs in circle.Agreements.Where(one => one.Owner != circle.Id))
                Assert.Contains(theirs.Text, driver.Entries(driver.Circles[theirs.Owner])
                    .Where(entry => entry.Decision == theirs.Decision && entry.To is not null).Select(entry => entry.To!.Value));

        void Grows(Circle circle)
        {
            var book = driver.Entries(circle).Select(entry => entry.Encode()).ToList();
            if (books.TryGetValue(circle.Id, out var before)) Assert.Equal(before, book.Take(before.Count));
            books[circle.Id] = book;
        }
    }, iter: Federations / 3, print: Print);

    /// <summary>However many circles a text came down through, and however often it changed, a circle's own way lies
    /// within the latitude of the owner's text, or was granted by the owner.</summary>
    [Fact]
    public void Latitude_never_accumulates() => Drawn.Sample(settings =>
    {
        var (world, driver) = (World(settings), Run(settings));
        foreach (var circle in driver.Circles.Values)
            foreach (var own in circle.Agreements)
            {
                if (own is not { Effect: Effect.Limits, Resolved: true, Change: null } || own.Owner == circle.Id) continue;
                if (circle.Variances.Any(granted => granted.Decision == own.Decision)) continue;
                Assert.True(Tolerance.Within(own.CarriedOut.DistanceTo(own.Text), own.Latitude), $"{circle.Id}: {own.Decision}");
                Assert.True(Tolerance.Within(own.Latitude, world.Practice.Latitude));
            }
    }, iter: Federations, print: Print);

    /// <summary>In the meeting that decides, without talk, so that both ways start from the same ranges; where every
    /// objection is integrated, since one at a time answers only those that count.</summary>
    [Fact]
    public void Nearest_point_is_never_farther_than_one_objection_at_a_time() => Drawn.Sample(settings =>
    {
        string[] plain =
        [
            .. settings, "process.talk=none", "process.forms=[amend]", "process.ladder=[park]", "process.amendmentsMax=20",
            "attacks.manipulators=0", "attacks.exaggerators=0", "process.gate=sofa", "attacks.facilitators=0", "life.horizonDays=0",
        ];
        var (nearest, one) = (Moved([.. plain, "process.integration=nearest"]), Moved([.. plain, "process.integration=one"]));
        if (nearest is { } near && one is { } far) Assert.True(near <= far + 1e-7, $"{near} is farther than {far}");
    }, iter: Federations, print: Print);

    /// <summary>How far the first matter's first version moved from how it was put; null where none was agreed.</summary>
    private static double? Moved(string[] settings)
    {
        var driver = Run(settings);
        var entries = driver.Entries(driver["r"]).Where(entry => entry is { Decision: 1, Version: 1 }).ToArray();
        if (!entries.Any(entry => entry.Kind == EntryKind.Decided)) return null;
        var put = entries.LastOrDefault(entry => entry.Kind is EntryKind.Proposed or EntryKind.Shaped)!.To!.Value;
        return put.DistanceTo(entries.Last(entry => entry.Kind == EntryKind.Decided).To!.Value);
    }

    private static bool IsConsent(EntryKind kind) => kind is EntryKind.Decided or EntryKind.CarriedOut or EntryKind.Adapted
        or EntryKind.Kept or EntryKind.Ratified or EntryKind.MandateConfirmed;

    private static bool IsAnswer(EntryKind kind) => kind is EntryKind.Integrated or EntryKind.TermShortened
        or EntryKind.ConcernMeasured or EntryKind.Split or EntryKind.StepTaken or EntryKind.Divided or EntryKind.Helped
        // That meeting ended without consent; what follows is another one's.
        or EntryKind.Referred or EntryKind.Parked;

    private static bool Dismisses(Entry entry, Entry objection) =>
        entry.Kind is (>= EntryKind.NotArgued and <= EntryKind.CanAdapt) or EntryKind.ConcernRecorded or EntryKind.ObjectionRuledInvalid
        && entry.Speaker == objection.Speaker && entry.Round == objection.Round;

    private static World World(IEnumerable<string> settings) =>
        Worlds.Open(ScenarioReader.Parse(Town, "drawn.yaml", [.. settings]));

    private static PlainDriver Run(string[] settings)
    {
        var world = World(settings);
        var driver = new PlainDriver(world.Of);
        driver.Run(world.OpenRegister());
        return driver;
    }

    private static string Print(string[] settings) => string.Join(' ', settings.Select(setting => $"--set '{setting}'"));

    private const string Town =
        """
        name: drawn
        federation: { kind: tree, fanOuts: [3, 2], levels: [r, quarter, street], members: 5 }
        space:
          dimensions:
            - { name: speed, unit: km/h, low: 20, high: 60 }
            - { name: quiet, unit: h, low: 0, high: 8 }
        statusQuo: { speed: 50, quiet: 1 }
        agenda:
          - { title: Slower and quieter, circle: r/c1/c1, position: { speed: 28, quiet: 6 }, term: 300 days }
          - { title: Our own quiet, circle: r/c2/c1, affects: r/c2, position: { quiet: 3 }, day: 90, term: 200 days }
          - { title: Somewhat faster, circle: r/c3/c1, position: { speed: 44 }, day: 180, term: 200 days }
        life: { cyclesMax: 400 }
        faults: { hosts: 3 }
        """;

    private static Gen<string> Share(string path, double most) =>
        Gen.Frequency((2, Gen.Const(0.0)), (1, Gen.Double[0, most])).Select(share => $"{path}={Math.Round(share, 3)}");

    private static Gen<string> One(string path, params string[] words) => Gen.Int[0, words.Length - 1].Select(at => $"{path}={words[at]}");

    private static readonly Gen<string[]> Drawn =
        from people in Gen.Select(
            Gen.Int[1, 1_000_000].Select(seed => $"seed={seed}"), Gen.Double[.03, .2].Select(low => $"people.toleranceLow={Math.Round(low, 3)}"),
            Gen.Double[.25, .6].Select(high => $"people.toleranceHigh={Math.Round(high, 3)}"),
            One("people.ground", "stand", "belief", "preference"), (a, b, c, d) => new[] { a, b, c, d })
        from process in Gen.Select(
            One("process.gate", "sofa", "scm", "s3", "holacracy"), One("process.integration", "nearest", "one"),
            One("process.forms", "[amend, shorten, measure]", "[shorten, amend]", "[measure, amend]"),
            One("process.ladder", "[split, refer, park]", "[smallerStep, help, park]", "[divide, refer, park]", "[shorterTerm, split, park]"),
            One("process.absentees", "waive", "gather", "wait"), One("process.talk", "round", "pairs", "none"),
            Gen.Double[0, .2].Select(latitude => $"process.latitude={Math.Round(latitude, 3)}"),
            Gen.Double[0, .8].Select(shaping => $"process.shaping={Math.Round(shaping, 3)}"),
            (a, b, c, d, e, f, g, h) => new[] { a, b, c, d, e, f, g, h })
        from life in Gen.Select(
            One("agenda.3.effect", "limits", "invites", "informs", "ratify"), One("reviews.suspend", "never", "byConsent"),
            Gen.Int[0, 3].Select(most => $"reviews.variances={most}"), One("reviews.contradictions", "noted", "resolved"),
            One("life.horizonDays", "0", "400"), Gen.Int[0, 3].Select(most => $"process.reviewsMax={most}"),
            (a, b, c, d, e, f) => new[] { a, b, c, d, e, f })
        from links in Gen.Select(
            One("links.kind", "double", "directional"), One("links.mandate", "free", "imperative"),
            Gen.Int[1, 2].Select(count => $"links.delegates={count}"),
            One("selection.variant", "sofa", "scm", "s3", "holacracy", "lot", "tolerance"), Share("selection.refusal", .4),
            One("selection.termDays", "0", "150"), Share("links.recallDistance", .3),
            (a, b, c, d, e, f, g) => new[] { a, b, c, d, e, f, g })
        from strain in Gen.Select(
            Share("attacks.captured", .2), Share("attacks.delegates", .4), Share("attacks.blockers", .1), Share("attacks.exaggerators", .4),
            Share("attacks.manipulators", .3), Share("attacks.sybils", .5), Share("attacks.facilitators", .4), Share("attacks.leavers", .5),
            (a, b, c, d, e, f, g, h) => new[] { a, b, c, d, e, f, g, h })
        select (string[])[.. people, .. process, .. life, .. links, .. strain];
}
