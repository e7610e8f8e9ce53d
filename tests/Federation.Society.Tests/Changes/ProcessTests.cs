using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing.Simulating;

namespace Federation.Society.Tests.Changes;

/// <summary>Every setting of the consent process once where it changes what comes out, all else equal.</summary>
public sealed class ProcessTests
{
    private static readonly string Stuck =
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Changes/stuck.yaml"));

    private const string Patient = "people.toleranceHigh=0.5";
    private const string Shaped = "process.shaping=0.6";
    private const string Fearful = "people.toleranceHigh=0.1";
    private const string AtHome = "agenda.1.affects=town/c1";
    private const string OnlyAmend = "process.forms=[amend]";

    private static Reference Ran(params IEnumerable<string> settings)
    {
        var reference = new Reference(Worlds.Open(ScenarioReader.Parse(Stuck, "stuck.yaml", [.. settings])));
        reference.Run();
        return reference;
    }

    private static DecisionOutcome Of(params IEnumerable<string> settings)
    {
        var world = Worlds.Open(ScenarioReader.Parse(Stuck, "stuck.yaml", [.. settings]));
        return Outcomes.Of(world, new Reference(world).Run()).Decisions.Single();
    }

    /// <summary>Without consent the matter is parked; the same people under another gate or rung decide.</summary>
    [Theory]
    [InlineData("process.gate=scm,process.paramount=1", "", Shaped)]
    [InlineData("process.gate=s3", "shorter term", "")]
    [InlineData("process.gate=holacracy", "", Shaped)]
    [InlineData("process.ladder=[smallerStep,park]", "smaller step", "")]
    [InlineData("process.ladder=[shorterTerm,park]", "shorter term", "people.toleranceHigh=0.3,process.ladder=[park]," + OnlyAmend)]
    [InlineData("process.ladder=[split,park]", "split", "people.spread=0.3,process.ladder=[park]," + AtHome)]
    [InlineData("process.ladder=[divide,park]", "divided",
        "people.spread=0.4,people.toleranceLow=0.02,people.toleranceHigh=0.08,process.ladder=[park]," + AtHome + "," + OnlyAmend)]
    [InlineData("process.ladder=[help,park]", "helping circle",
        "people.ground=belief,people.convictionA=1,people.convictionB=9,process.talkRounds=0,people.toleranceLow=0.02,"
        + "people.toleranceHigh=0.15,process.ladder=[park]," + AtHome + "," + OnlyAmend)]
    [InlineData("process.lastResort=resolution,process.helpers=2", "last resort: drawn group", "")]
    [InlineData("process.lastResort=mediator", "last resort: mediator", "")]
    [InlineData("process.lastResort=supermajority,process.supermajority=0.5", "last resort: supermajority",
        "process.talkRounds=3,process.shaping=1")]
    [InlineData("process.lastResort=dissolve", "last resort: dissolved", "")]
    public void Where_consent_is_not_found_another_way_decides(string change, string rung, string also)
    {
        string[] before = also.Length == 0 ? [] : Split(also);
        var (parked, decided) = (Of(before), Of([.. before, .. Split(change)]));

        Assert.Equal(("parked", "parked"), (parked.Outcome, parked.Rung));
        Assert.Equal(("adopted", rung), (decided.Outcome, decided.Rung));
        if (rung.Length > 0) Assert.Contains(decided.Rungs, price => price.Rung == rung && price is { Held: > 0, Share: > 0 });
    }

    [Fact]
    public void The_five_last_resorts_decide_differently()
    {
        string[] alike = ["process.shaping=0.7", "process.helpers=2", "process.supermajority=0.25"];
        var texts = new[] { "statusQuo", "resolution", "mediator", "supermajority", "dissolve" }
            .Select(resort => Of([.. alike, $"process.lastResort={resort}"])).ToArray();

        Assert.Equal(5, texts.Select(one => one.Decided).Distinct().Count());
        Assert.Equal(5, texts.Select(one => one.Rung).Distinct().Count());
        Assert.Equal(0, texts[3].CirclesDeclined);
        Assert.True(texts[4].CirclesDeclined > 0, "nobody declined an invitation");
    }

    /// <summary>The gate's doing on the way down as well: what is dismissed is counted and told.</summary>
    [Theory]
    [InlineData("scm", "paramount")]
    [InlineData("s3", "concern")]
    [InlineData("holacracy", "dismissed")]
    public void Dismissed_objections_are_counted_and_stand_in_the_logbooks_with_the_reason(string gate, string word)
    {
        var (all, some) = (Of(Patient), Of(Patient, $"process.gate={gate}", "process.paramount=0.5"));
        var reference = Ran(Patient, $"process.gate={gate}", "process.paramount=0.5");
        var telling = new Telling(reference.World);
        var lines = reference.Circles.Values.SelectMany(circle =>
            reference.Entries(circle).Select(entry => telling.Tell(circle.Id, entry))).ToArray();

        Assert.Equal(0, all.Dismissed);
        Assert.True(some.Dismissed > 0);
        Assert.Contains(lines, line => line.Kind.Contains(word, StringComparison.Ordinal)
            && line.Argument.Contains("asked", StringComparison.Ordinal));
    }

    /// <summary>What counts more is moved less: for all alike, and for each their own.</summary>
    [Fact]
    public void Salience_of_a_dimension_for_all_or_for_each_moves_the_text()
    {
        var plain = Of(Patient, "process.shaping=0");
        var speed = Of(Patient, "process.shaping=0", "space.dimensions.1.salience=4");
        var quiet = Of(Patient, "process.shaping=0", "space.dimensions.2.salience=4");
        var unlike = Of(Patient, "process.shaping=0", "people.salienceSpread=0.9");
        var box = Of(Patient, "process.shaping=0", "people.toleranceShape=box");

        DecisionOutcome[] all = [plain, speed, quiet, unlike, box];
        Assert.Equal(5, all.Select(one => one.Decided).Distinct().Count());
        Assert.NotEqual(box.Decided, Of(Patient, "process.shaping=0", "people.toleranceShape=box", "people.salienceSpread=0.9").Decided);
    }

    /// <summary>Grounds under every gate: the same people, other points to measure from, other texts.</summary>
    [Theory]
    [InlineData("sofa")]
    [InlineData("scm")]
    [InlineData("s3")]
    [InlineData("holacracy")]
    public void The_ground_changes_the_text_under_every_gate(string gate) => Assert.Equal(
        3, new[] { "belief", "stand", "preference" }
            .Select(ground => Of(Patient, $"process.gate={gate}", $"people.ground={ground}").Moments.Length > 0
                ? Ran(Patient, $"process.gate={gate}", $"people.ground={ground}").Circles[new CircleId("town")].Seal : default)
            .Distinct().Count());

    [Fact]
    public void The_order_of_forms_decides_whether_the_text_or_the_term_gives_way()
    {
        var amended = Of(Patient);
        var shortened = Of(Patient, "process.forms=[shorten, amend, measure]");

        Assert.True(shortened.TermDays < amended.TermDays);
        Assert.Equal(("", "shorter term"), (amended.Rung, shortened.Rung));
    }

    [Fact]
    public void A_measured_concern_leaves_the_text_as_it_was_and_brings_its_review_forward()
    {
        string[] alike =
        [
            "people.toleranceHigh=0.4", "process.ladder=[park]", "process.shaping=0", "life.horizonDays=200", AtHome,
            "agenda.1.position={speed: 34, quiet: 5}",
        ];
        var (amended, measured, stuck) = (
            Of([.. alike, OnlyAmend]),
            Of([.. alike, "process.forms=[measure]", "process.measureWidens=1"]),
            Of([.. alike, "process.forms=[measure]", "process.measureWidens=0"]));

        Assert.Equal(("adopted", "adopted", "parked"), (amended.Outcome, measured.Outcome, stuck.Outcome));
        Assert.Equal("measured", measured.Rung);
        Assert.InRange(measured.Decided.DistanceTo(measured.Proposed), 0, 1e-9);
        Assert.True(amended.Decided.DistanceTo(amended.Proposed) > 0.1);
        Assert.Equal(amended.TermDays, measured.TermDays);
        Assert.True(measured.Looks[0].Day < amended.Looks[0].Day - 60);
    }

    [Fact]
    public void One_objection_at_a_time_is_carried_out_otherwise_than_all_at_once() =>
        Assert.NotEqual(Of(Patient, Shaped).HarmMean, Of(Patient, Shaped, "process.integration=one").HarmMean);

    [Fact]
    public void Absent_members_who_are_asked_before_change_the_text_and_waiting_costs_days_and_hours_besides()
    {
        var (waived, gathered, waited) = (
            Of(Patient), Of(Patient, "process.absentees=gather"), Of(Patient, "process.absentees=wait"));

        Assert.NotEqual(waived.Decided, gathered.Decided);
        Assert.Equal(gathered.Decided, waited.Decided);
        Assert.Equal(gathered.Weeks.Mid + 6, waited.Weeks.Mid, 1e-9); // a month at the town, a fortnight at a street
        Assert.True(waited.PersonHours.Mid > gathered.PersonHours.Mid + 1);
        Assert.True(waited.Meetings > gathered.Meetings);
    }

    [Fact]
    public void An_apathetic_circle_without_a_quorum_decides_nothing()
    {
        string[] apathetic = [Patient, "people.attendance=0.5"];
        var (anyhow, quorum) = (Of(apathetic), Of([.. apathetic, "process.quorum=0.9"]));

        Assert.Equal(("adopted", "parked"), (anyhow.Outcome, quorum.Outcome));
        Assert.Contains(
            Ran([.. apathetic, "process.quorum=0.9"]) is var ran ? ran.Entries(ran.Circles[new CircleId("town")]) : [],
            entry => entry.Kind == EntryKind.NoQuorum);
    }

    /// <summary>Faster and cheaper, and a text few have read holds for people who cannot live with it.</summary>
    [Fact]
    public void Lazy_consent_is_faster_and_lets_through_what_nobody_read()
    {
        var (met, unread) = (Of(Patient), Of(Patient, "process.lazyDays=3", "process.lazyReads=0.05"));

        Assert.True(unread.Weeks.Mid < met.Weeks.Mid && unread.PersonHours.Mid < met.PersonHours.Mid / 5);
        Assert.True(unread.OutsideTolerance > met.OutsideTolerance + .3);
        Assert.True(Of(Patient, "process.lazyDays=3", "process.lazyReads=1").OutsideTolerance < unread.OutsideTolerance);
    }

    [Fact]
    public void Under_a_mandate_a_leader_decides_on_the_day_and_the_circle_reviews_at_its_next_meeting()
    {
        string[] urgent = [Patient, "agenda.1.urgent=yes"];
        var ran = Ran([.. urgent, "process.mandate=0.2"]);
        var entries = ran.Entries(ran.Circles[new CircleId("town")]).Where(entry => entry.Decision == 1).ToArray();

        var used = Assert.Single(entries, entry => entry.Kind == EntryKind.MandateUsed);
        var reviewed = Assert.Single(entries, entry => entry.Kind == EntryKind.MandateConfirmed || entry is { Kind: EntryKind.Decided, Version: 2 });
        var normal = Ran(urgent);
        var decided = normal.Entries(normal.Circles[new CircleId("town")]).Single(entry => entry.Kind == EntryKind.Decided);
        Assert.True(used.Day < decided.Day, $"{used.Day} is not before {decided.Day}");
        Assert.True(used.Day < reviewed.Day);
        Assert.True(used.To!.Value.DistanceTo(ran.World.StatusQuo) <= .2 + 1e-9);
        Assert.NotEqual(Of(urgent).Decided, Of([.. urgent, "process.mandate=0.2"]).Decided);
    }

    [Fact]
    public void A_circle_that_does_not_consent_to_what_was_done_under_a_mandate_ends_it()
    {
        var ended = Of(Fearful, "agenda.1.urgent=yes", "process.mandate=0.5", "process.ladder=[park]", OnlyAmend);

        Assert.Equal("ended", ended.Outcome);
        Assert.Equal(2, ended.Version);
    }

    [Fact]
    public void Every_setting_together_gives_the_same_seal_under_faults()
    {
        var world = Worlds.Open(ScenarioReader.Parse(Stuck, "stuck.yaml",
        [
            "process.gate=s3", "process.ladder=[smallerStep, help, divide, refer, park]", "process.lastResort=mediator",
            "process.absentees=wait", "process.lazyDays=3", "process.agenda=consent", "process.mandate=0.3", "agenda.1.urgent=yes",
        ]));
        var seals = new Reference(world).Run().Seals;
        Assert.True(seals.SequenceEqual(Campaign.Undergone(world.Of, world.OpenRegister, seeds: 3).Seals));
    }

    private static string[] Split(string settings)
    {
        var (parts, depth, from) = (new List<string>(), 0, 0);
        for (var at = 0; at <= settings.Length; at++)
        {
            if (at < settings.Length && settings[at] == '[') depth++;
            if (at < settings.Length && settings[at] == ']') depth--;
            if (at < settings.Length && (settings[at] != ',' || depth > 0)) continue;
            parts.Add(settings[from..at]);
            from = at + 1;
        }

        return [.. parts];
    }
}
