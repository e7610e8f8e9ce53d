using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing.Simulating;

namespace Federation.Society.Tests.Changes;

/// <summary>Lead, do, measure: what becomes of agreements over the years.</summary>
public sealed class LifeTests
{
    private static Reference Ran(string file, params string[] settings) =>
        new(Worlds.Open(Scenario(file, settings)));

    private static Society.Scenarios.Scenario Scenario(string file, params string[] settings) => ScenarioReader.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Changes", file)), file, settings);

    private static RunOutcome Outcome(string file, params string[] settings)
    {
        var reference = Ran(file, settings);
        return Outcomes.Of(reference.World, reference.Run());
    }

    private static DecisionOutcome Lived(params string[] settings) =>
        Outcome("lived.yaml", settings).Decisions[0];

    [Fact]
    public void Without_a_horizon_the_run_ends_with_its_agenda()
    {
        var outcome = Outcome("lived.yaml");

        Assert.Equal(4, outcome.Cycles);
        Assert.All(outcome.Decisions, decision => Assert.Empty(decision.Looks));
    }

    /// <summary>Nobody misreads, every text can be lived with, tuners write all of it and nobody pays for
    /// differing: the least harm that can be reached is none.</summary>
    [Fact]
    public void Measured_without_noise_harm_falls_to_the_least_there_can_be()
    {
        var outcome = Lived(
            "life.horizonDays=3650", "life.measureNoise=0", "people.ground=belief", "needs.coordination=0",
            "process.shaping=1", "process.latitude=1", "people.toleranceLow=2", "people.toleranceHigh=2");

        Assert.True(outcome.HarmMean > 0.05, $"{outcome.HarmMean}");
        Assert.All(outcome.Looks, look => Assert.True(look.HarmAfter <= look.HarmBefore, $"{look}"));
        Assert.InRange(outcome.Looks[^1].HarmAfter, 0, 0.0005);
    }

    [Fact]
    public void Misread_measures_leave_more_harm()
    {
        string[] settings = ["life.horizonDays=3650", "needs.coordination=0", "process.shaping=1"];

        Assert.True(
            Mean(Lived([.. settings, "life.measureNoise=0.3"])) > 2 * Mean(Lived([.. settings, "life.measureNoise=0"])));

        static double Mean(DecisionOutcome outcome) => outcome.Looks.TakeLast(8).Average(look => look.HarmAfter);
    }

    [Fact]
    public void Needs_drift_away_from_a_text_nobody_looks_at()
    {
        string[] settings = ["life.horizonDays=1500", "needs.drift=0.1", "agenda.1.term=1500 days"];
        var (kept, skipped) = (Lived(settings), Lived([.. settings, "life.reviews=skipped"]));
        var harms = skipped.Looks.Select(look => look.HarmBefore).ToArray();

        Assert.Equal(["seen", "missed", "seen"], skipped.Looks.Take(3).Select(look => look.Verdict));
        Assert.All(harms.Zip(harms.Skip(1)), pair => Assert.True(pair.Second > pair.First, $"{pair}"));
        Assert.True(kept.Looks[^1].HarmAfter < harms[^1], $"{kept.Looks[^1]} against {harms[^1]}");
        Assert.All(
            Lived("life.horizonDays=1500", "agenda.1.term=1500 days", "life.reviews=skipped").Looks,
            look => Assert.Equal(skipped.HarmMean, look.HarmBefore, 1e-9));
    }

    [Fact]
    public void Reviews_change_an_agreement_and_skipped_reviews_let_it_run_out()
    {
        var kept = Lived("life.horizonDays=600", "life.objections=unheard");
        var skipped = Lived("life.horizonDays=600", "life.objections=unheard", "life.reviews=skipped");

        Assert.Equal("changed", kept.Looks[0].Verdict);
        Assert.Equal(2, kept.Looks[0].Version);
        Assert.True(kept.Looks[0].HarmAfter < kept.HarmMean);
        Assert.Equal(["missed", "expired"], skipped.Looks.Select(look => look.Verdict));
        Assert.True(skipped.Looks[^1].HarmAfter > 2 * skipped.HarmMean);
    }

    [Fact]
    public void An_agreement_whose_term_is_over_holds_nowhere_and_its_versions_stay_readable()
    {
        var reference = Ran("lived.yaml", "life.horizonDays=600", "life.reviews=skipped");
        reference.Run();

        Assert.All(reference.Circles.Values, circle =>
        {
            Assert.Empty(circle.Agreements);
            Assert.Contains(reference.Entries(circle), entry => entry is { Kind: EntryKind.Expired, Decision: 1 });
        });
        var owner = reference.Entries(reference.Circles[new CircleId("town")]).Where(entry => entry.Decision == 1);
        Assert.Equal(
            [EntryKind.Decided, EntryKind.Unreviewed, EntryKind.Expired],
            owner.Select(entry => entry.Kind).Where(kind => kind is EntryKind.Decided or >= EntryKind.Unreviewed));
    }

    [Fact]
    public void Every_version_of_a_text_stays_in_its_owners_logbook()
    {
        var reference = Ran("lived.yaml", "life.horizonDays=800");
        var register = reference.Run();

        var town = reference.Circles[new CircleId("town")];
        var versions = reference.Entries(town)
            .Where(entry => entry is { Kind: EntryKind.Decided, Decision: 1 }).ToArray();
        Assert.Equal(Enumerable.Range(1, versions.Length), versions.Select(entry => entry.Version));
        Assert.True(versions.Length > 2);
        Assert.Equal(versions[^1].To, town.Agreements.Single(one => one.Decision == 1).Text);
        Assert.Equal(versions[^1].To, register.Looks.Last(look => look.Decision == 1).Looked.Text);
    }

    private static readonly string[] Strict =
    [
        "life.horizonDays=400", "process.ladder=[park]", "people.ground=belief", "process.shaping=0", "process.talkRounds=0",
    ];

    /// <summary>Who may not amend a text nobody needs any more can still live without it, and it ends at once.</summary>
    [Fact]
    public void A_text_that_may_not_be_amended_is_ended_by_agreement_where_all_can_live_without_it()
    {
        string[] alike =
        [
            .. Strict, "seed=7", "people.toleranceLow=0.35", "people.toleranceHigh=0.5", "life.measureNoise=0.3",
            "statusQuo={speed: 40, quiet: 4}", "agenda.1.position={speed: 44, quiet: 4}", "agenda.2.position={quiet: 5}",
        ];
        string[] stiff = [.. alike, "process.forms=[measure]", "process.measureWidens=0"];
        var (amended, ended) = (Lived([.. alike, "process.forms=[amend]"]), Lived(stiff));
        var reference = Ran("lived.yaml", stiff);
        reference.Run();

        Assert.Equal(["changed"], amended.Looks.Select(look => look.Verdict));
        Assert.Equal(["ended"], ended.Looks.Select(look => look.Verdict));
        Assert.True(ended.Looks[0].HarmAfter < amended.Looks[0].HarmAfter);
        Assert.All(reference.Circles.Values, circle =>
        {
            Assert.DoesNotContain(circle.Agreements, one => one.Decision == 1);
            Assert.Contains(reference.Entries(circle), entry => entry is { Kind: EntryKind.Ended, Decision: 1 });
        });
        Assert.Single(
            reference.Entries(reference.Circles[new CircleId("town")]), entry => entry.Kind == EntryKind.EndAgreed);
    }

    /// <summary>Circles that misread their needs find nothing to agree on, nor can they live without: the term runs out.</summary>
    [Fact]
    public void A_text_that_is_neither_consented_to_again_nor_ended_stays_until_its_term_is_over()
    {
        string[] alike = [.. Strict, "process.forms=[amend]", "people.toleranceLow=0.1", "people.toleranceHigh=0.2"];
        var (read, misread) = (
            Lived([.. alike, "life.measureNoise=0.05"]), Lived([.. alike, "life.measureNoise=0.4", "life.horizonDays=500"]));

        Assert.Equal("changed", read.Looks[0].Verdict);
        Assert.Equal(["unrenewed", "expired"], misread.Looks.Select(look => look.Verdict));
        Assert.Equal(misread.Looks[0].HarmBefore, misread.Looks[0].HarmAfter);
        Assert.True(misread.Looks[1].HarmAfter > 2 * misread.HarmMean);
    }

    /// <summary>At the owner and in every circle below, where the concern was not raised.</summary>
    [Fact]
    public void A_measured_concern_is_read_with_half_the_error_everywhere()
    {
        var reference = Ran(
            "lived.yaml", "seed=1", "life.horizonDays=200", "process.ladder=[park]", "process.forms=[measure]",
            "process.measureWidens=1", "process.shaping=0", "people.toleranceLow=0.2", "people.toleranceHigh=0.4");
        reference.Run();
        var metric = reference.Entries(reference.Circles[new CircleId("town")])
            .TakeWhile(entry => entry.Kind != EntryKind.ConcernMeasured)
            .Last(entry => entry is { Kind: EntryKind.ObjectionRaised, Decision: 1 }).Argument.Dimension;

        Assert.All(reference.Circles.Values, circle =>
        {
            var here = reference.World.Of(circle.Id);
            var read = reference.Entries(circle).First(entry => entry is { Kind: EntryKind.Observed, Decision: 1 });
            var error = here.Observed(1, read.Cycle, read.Day) - here.NeedOn(read.Day);
            var had = read.To!.Value - here.NeedOn(read.Day);
            Assert.Equal(error[metric] / 2, had[metric], 1e-6);
            Assert.Equal(error[1 - metric], had[1 - metric], 1e-6);
        });
    }

    /// <summary>The owner may shorten the term when it hears those below: the run tells the term it came to.</summary>
    [Fact]
    public void A_decisions_term_is_the_one_its_text_ended_with()
    {
        var stale = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var reference = Ran("lived.yaml", $"seed={seed}", "people.toleranceLow=0.05", "people.toleranceHigh=0.15");
            var register = reference.Run();
            foreach (var decision in Outcomes.Of(reference.World, register).Decisions.Where(one => one.Outcome == "adopted"))
            {
                var agreement = reference.Circles[new CircleId(decision.Circle)].Agreements
                    .Single(one => one.Decision == decision.Id);
                Assert.Equal(agreement.UntilDay - agreement.FromDay, decision.TermDays);
                if (register.Settled.Single(one => one.Taken.Proposal.Id == decision.Id).Taken.TermDays != decision.TermDays)
                    stale++;
            }
        }

        Assert.NotEqual(0, stale);
    }

    /// <summary>Somebody who was away when it was made, or learnt since, need not wait for the review.</summary>
    [Fact]
    public void An_objection_to_an_agreement_in_force_brings_its_review_forward()
    {
        string[] settings = ["life.horizonDays=400", "people.toleranceLow=0.12", "people.toleranceHigh=0.3"];
        var (heard, unheard) = (Ran("lived.yaml", settings), Ran("lived.yaml", [.. settings, "life.objections=unheard"]));
        var (early, late) = (heard.Run().Looks[0], unheard.Run().Looks[0]);

        // What a circle of residents does not settle itself goes up to the owner.
        var objection = heard.Circles.Values.SelectMany(circle =>
        {
            var entries = heard.Entries(circle).ToArray();
            return entries.Where(entry => entry.Kind == EntryKind.ObjectedInForce && !entries.Any(other =>
                other.Kind == EntryKind.Adapted && (other.Cycle, other.Decision) == (entry.Cycle, entry.Decision)));
        }).MinBy(entry => entry.Day)!;
        Assert.Equal((1, 1), (objection.Decision, early.Decision));
        Assert.InRange(early.Day - objection.Day, 1, 60);
        Assert.True(early.Day < late.Day);
        Assert.DoesNotContain(
            unheard.Circles.Values.SelectMany(unheard.Entries), entry => entry.Kind == EntryKind.ObjectedInForce);
        Assert.Contains(
            heard.Entries(heard.Circles[new CircleId("town")]), entry => entry is { Kind: EntryKind.ReviewHeard, Cycle: > 1 });
    }

    /// <summary>Its way within the limit is its own: nobody above meets on it, and the text stays.</summary>
    [Fact]
    public void Residents_who_object_to_their_own_way_look_at_it_at_once()
    {
        string[] settings = ["life.horizonDays=400", "people.toleranceLow=0.12", "people.toleranceHigh=0.3", "process.latitude=0.3"];
        var heard = Ran("lived.yaml", settings);
        var register = heard.Run();

        var settled = heard.Circles.Values.Where(circle => circle.Links.IsEmpty).SelectMany(circle =>
        {
            var entries = heard.Entries(circle).ToArray();
            return entries.Where(entry => entry.Kind == EntryKind.ObjectedInForce && entries.Any(other =>
                other is { Kind: EntryKind.Adapted } && other.Cycle == entry.Cycle && other.Decision == entry.Decision
                && other.From == entry.From)).Select(entry => (circle.Id, entry));
        }).ToArray();
        Assert.NotEmpty(settled);
        // What it takes them is part of what the decision costs.
        Assert.Contains(settled, one => one.entry.Decision == 1);
        Assert.True(Outcomes.Of(heard.World, register).Decisions[0].PersonHours.Mid
            > Outcome("lived.yaml", [.. settings, "life.objections=unheard"]).Decisions[0].PersonHours.Mid);
        foreach (var (circle, objection) in settled)
            Assert.DoesNotContain(heard.Entries(heard.Circles[new CircleId("town")]), entry =>
                entry.Kind == EntryKind.ReviewHeard && entry.Decision == objection.Decision && entry.To == objection.To);
    }

    /// <summary>Members of a circle that divided object to the text of their own part.</summary>
    [Fact]
    public void A_divided_agreement_is_objected_to_and_reviewed_like_any_other()
    {
        string[] settings =
        [
            "life.horizonDays=800", "people.toleranceLow=0.05", "people.toleranceHigh=0.25", "people.spread=0.25",
            "process.ladder=[divide, park]", "process.terms=[1]", "process.latitude=0.3", "selection.termDays=90",
        ];
        var lived = Enumerable.Range(1, 10).Select(seed => Ran("lived.yaml", [.. settings, $"seed={seed}"])).ToArray();
        foreach (var reference in lived) reference.Run();

        var divided = lived.SelectMany(reference => reference.Circles.Values.Select(circle => reference.Entries(circle).ToArray()))
            .Where(entries => entries.Any(entry => entry.Kind == EntryKind.Divided)).ToArray();
        Assert.NotEmpty(divided);
        Assert.Contains(divided, entries => entries.Any(objection => objection.Kind == EntryKind.ObjectedInForce
            && entries.Any(part => part.Kind == EntryKind.Divided && part.Decision == objection.Decision && part.To == objection.From)));
    }

    /// <summary>After half its term, or as soon as the circle's opinion is seen to have moved.</summary>
    [Theory]
    [InlineData("2", 200)]
    [InlineData("0", 60)]
    public void A_parked_matter_comes_back(string movement, int days)
    {
        Assert.Single(Proposed("life.horizonDays=0"));
        var returned = Proposed("life.horizonDays=300", $"life.movement={movement}");

        Assert.InRange(returned[1] - returned[0], days, days + 28);

        static int[] Proposed(params string[] settings)
        {
            var reference = Ran("parked.yaml", settings);
            Assert.Equal(2, Outcomes.Of(reference.World, reference.Run()).Decisions.Length);
            var street = reference.Entries(reference.Circles[new CircleId("town/c1")]).ToArray();
            Assert.Contains(street, entry => entry is { Kind: EntryKind.Parked, Decision: 1 });
            return [.. street.Where(entry => entry is { Kind: EntryKind.Proposed, Decision: 1 }).Select(entry => entry.Day)];
        }
    }

    [Fact]
    public void Roles_are_filled_again_when_their_terms_are_over_though_nobody_raises_anything()
    {
        int[] Elections(params string[] settings)
        {
            var reference = Ran("lived.yaml", [.. settings, "selection.termDays=250", "life.reviews=skipped"]);
            reference.Run();
            return [.. reference.Entries(reference.Circles[new CircleId("town/c1")])
                .Where(entry => entry.Kind == EntryKind.DelegateElected).Select(entry => entry.Day).Distinct()];
        }

        Assert.Equal([0], Elections());
        var days = Elections("life.horizonDays=400");
        Assert.Equal(2, days.Length);
        Assert.All(days.Index(), day => Assert.InRange(day.Item - (250 * day.Index), 0, 100));
    }

    /// <summary>Whom a circle told its parent it could be led by may have left their seat below when they are named.</summary>
    [Theory]
    [InlineData("selection.termDays=250", 800)]
    [InlineData("selection.termDays=250", 1500)]
    [InlineData("selection.termDays=100", 1500)]
    public void Term_after_term_parent_and_child_name_the_same_links(string terms, int horizon)
    {
        var reference = Ran("lived.yaml", terms, $"life.horizonDays={horizon}");
        reference.Run();

        foreach (var parent in reference.Circles.Values)
            foreach (var (number, link) in parent.Links.Index())
            {
                var child = reference.Circles[reference.World.Of(parent.Id).Children[number]];
                Assert.Equal(child.Leader, link.Leader!.Person);
                Assert.Equal(child.Delegates, link.Delegates.Select(one => one.Person));
                Assert.All(child.Seats, seat => Assert.True(seat.SinceDay > horizon / 2, $"{child.Id} {seat}"));
            }
    }

    [Theory]
    [InlineData("lived.yaml", "people.toleranceLow=0.12", "people.toleranceHigh=0.3")]
    [InlineData("lived.yaml", "life.reviews=skipped", "needs.drift=0.1")]
    [InlineData("lived.yaml", "cadence.meetingMinutes=40", "needs.drift=0.2")]
    [InlineData("parked.yaml", "life.movement=0", "seed=8")]
    public void Whatever_fails_the_years_have_the_same_seals(string file, string one, string other)
    {
        var reference = Ran(file, "life.horizonDays=700", one, other);
        var seals = reference.Run().Seals;
        var world = reference.World;

        Assert.True(seals.SequenceEqual(Campaign.Undergone(world.Of, world.OpenRegister, seeds: 3).Seals));
    }

    /// <summary>A register that is read again from the answers it was given stands where it stood.</summary>
    [Fact]
    public void The_register_follows_from_its_answers()
    {
        var reference = Ran("lived.yaml", "life.horizonDays=700");
        var (register, answers) = (reference.World.OpenRegister(), new List<Answer>());
        while (register.Pending is { } order)
        {
            answers.Add(Answer.Decode(reference.Ask(order.Circle, order.Request).Encode()));
            register = reference.World.OpenRegister();
            foreach (var answer in answers) register = register.Answered(answer);
        }

        Assert.Equal(Ran("lived.yaml", "life.horizonDays=700").Run().RootSeal, register.RootSeal);
    }

    [Fact]
    public void A_horizon_that_costs_more_cycles_than_allowed_is_refused()
    {
        var error = Assert.Single(Assert.Throws<ScenarioException>(
            () => Ran("lived.yaml", "life.horizonDays=36500", "life.cyclesMax=100")).Errors);
        Assert.Contains("life.cyclesMax is 100", error.Reason);

        var scenario = Scenario("lived.yaml", "life.horizonDays=700");
        var world = Worlds.Open(scenario with { Life = scenario.Life with { CyclesMax = 5 } });
        var stopped = Assert.Throws<TooManyCyclesException>(() => new Reference(world).Run());
        Assert.Contains("5 cycles were held by day", stopped.Message);
    }
}
