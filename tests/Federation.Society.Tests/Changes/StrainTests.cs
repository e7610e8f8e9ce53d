using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Testing.Simulating;

namespace Federation.Society.Tests.Changes;

/// <summary>Every strain has a town in which it changes the outcome, other things equal.</summary>
/// <remarks>Honest, the town of strain.yaml adopts its text both times and all its circles carry it out.</remarks>
public sealed class StrainTests
{
    private static readonly StrainedTown Honest = new();

    private static readonly Point Target = new(1, 1);

    [Fact]
    public void Honest_people_agree_both_times_everywhere() => Assert.All(Honest.Decisions, one =>
    {
        Assert.Equal(("adopted", 0L), (one.Outcome, one.CirclesUnresolved));
        Assert.Equal(0, one.OutsideTolerance);
    });

    [Fact]
    public void A_captured_member_keeps_their_street_from_finding_its_way()
    {
        var strained = new StrainedTown("attacks.captured=0.03");

        Assert.Equal(("adopted", 3L), (strained[0].Outcome, strained[0].CirclesUnresolved));
        Assert.True(strained[0].OutsideTolerance > 0, "the true opinions of those around them count");
    }

    [Fact]
    public void Captured_delegates_stop_the_town_while_their_streets_are_honest()
    {
        var strained = new StrainedTown("attacks.delegates=0.5");

        Assert.Equal(("parked", "parked"), (strained[0].Outcome, strained[0].Rung));
        Assert.Equal(0, new StrainedTown("attacks.delegates=0.3")[0].OutsideTolerance);
    }

    [Fact]
    public void A_captured_quarter_moves_the_text_and_a_captured_town_takes_it()
    {
        var (quarter, town) = (new StrainedTown("attacks.circles=0.25"), new StrainedTown("attacks.circles=0.3"));

        Assert.True(quarter[0].Decided.DistanceTo(Target) < Honest[0].Decided.DistanceTo(Target) - .1);
        Assert.Equal(Target, town[0].Decided);
        Assert.Equal((0L, 1.0), (town[0].CirclesAdapted, town[0].OutsideTolerance));
    }

    [Fact]
    public void A_captured_host_takes_every_circle_on_it() =>
        Assert.Equal(Target, new StrainedTown("attacks.hosts=0.3", "faults.hosts=4")[0].Decided);

    [Fact]
    public void Where_every_objection_is_integrated_a_blocker_at_the_top_parks_the_matter()
    {
        var strained = new StrainedTown("attacks.blockers=0.3");

        Assert.Equal(("parked", "parked"), (strained[0].Outcome, strained[1].Outcome));
        Assert.True(strained[0].HarmMean > Honest[0].HarmMean + .2);
        Assert.Contains(strained.Entries("town"), entry =>
            entry is { Kind: EntryKind.ObjectionRaised, Argument.Dimension: -1 });
    }

    [Fact]
    public void Captured_leaders_speak_for_the_target_above_and_honestly_at_home()
    {
        var strained = new StrainedTown("attacks.leaders=0.6");

        Assert.True(strained[0].Outcome == "parked" || strained[0].Decided.DistanceTo(Honest[0].Decided) > .05);
        var here = strained.World.Of(new CircleId("town"));
        var heard = Voices.Heard(strained.Reference.Circles[new CircleId("town")], here, 0);
        Assert.Contains(heard, voice => voice is { Role: Role.Leader, Conduct: Conduct.Captured });
        Assert.DoesNotContain(heard, voice => voice is { Role: Role.Delegate, Conduct: Conduct.Captured });
        Assert.All(
            strained.Reference.Circles.Values.Where(circle => circle.Links.IsEmpty),
            street => Assert.All(
                Voices.Heard(street, strained.World.Of(street.Id), 0), voice => Assert.Equal(Conduct.Honest, voice.Conduct)));
    }

    [Fact]
    public void Captured_people_who_elect_each_other_hold_more_seats_than_those_who_elect_as_they_think()
    {
        var (honest, strategic) = (Seats("honest"), Seats("strategic"));

        Assert.True(strategic > honest + 4, $"{strategic} of 72 instead of {honest}");

        static int Seats(string elections) => Enumerable.Range(1, 6)
            .Select(seed => new StrainedTown("attacks.captured=0.3", $"attacks.elections={elections}", $"seed={seed}"))
            .Sum(town => town.Reference.Circles.Values.Where(circle => circle.Links.IsEmpty)
                .Sum(street => Voices.Heard(street, town.World.Of(street.Id), 0)
                    .Count(voice => voice.Conduct == Conduct.Captured && street.IsLink(voice.Person))));
    }

    [Fact]
    public void Once_the_blockers_left_the_same_text_passes()
    {
        var strained = new StrainedTown("attacks.blockers=0.3", "attacks.leavers=1");

        Assert.Equal(("parked", "adopted"), (strained[0].Outcome, strained[1].Outcome));
        Assert.Contains(strained.Entries("town"), entry => entry.Kind == EntryKind.LeftAfterBlocking);
        Assert.NotEmpty(strained.Reference.Circles[new CircleId("town")].Left);
    }

    [Fact]
    public void Exaggerators_drag_the_text_towards_themselves_and_cost_everybody_time()
    {
        var strained = new StrainedTown("attacks.exaggerators=0.5");

        Assert.True(strained[0].Decided.DistanceTo(Honest[0].Decided) > .1);
        Assert.True(strained[0].Objections > 5 * Honest[0].Objections);
        Assert.True(strained[0].PersonHours.Mid > 1.3 * Honest[0].PersonHours.Mid);
        Assert.NotEqual(strained[0].Decided, new StrainedTown("attacks.exaggerators=0.5", "attacks.exaggeration=0.1")[0].Decided);
    }

    [Fact]
    public void A_few_manipulators_gain_and_all_together_get_nothing()
    {
        Assert.True(new StrainedTown("attacks.manipulators=0.2")[0].Decided.DistanceTo(Honest[0].Decided) > .1);
        Assert.Equal("parked", new StrainedTown("attacks.manipulators=1")[0].Outcome);
    }

    [Fact]
    public void Fake_members_count_as_nobody_and_stop_their_street()
    {
        var strained = new StrainedTown("attacks.sybils=0.5");

        Assert.Equal(6, strained[0].CirclesUnresolved);
        Assert.Equal(Honest.Outcome.People, strained.Outcome.People);
        Assert.True(strained[0].Decided.DistanceTo(Honest[0].Decided) > .01, "they talk their delegate round");
        Assert.True(new StrainedTown("attacks.sybils=0.5", "attacks.infiltrated=0.3")[0].CirclesUnresolved is > 0 and < 6);
    }

    [Fact]
    public void Under_consent_one_fake_stops_a_street_as_well_as_twelve() => Assert.Equal(
        new StrainedTown("attacks.sybils=0.2")[0].CirclesUnresolved, new StrainedTown("attacks.sybils=2")[0].CirclesUnresolved);

    [Fact]
    public void A_facilitator_who_rules_objections_invalid_keeps_the_text_as_it_was()
    {
        var strained = new StrainedTown("attacks.facilitators=1");

        Assert.Contains(strained.Entries("town"), entry => entry.Kind == EntryKind.ObjectionRuledInvalid);
        Assert.Equal((1L, 0L), (Honest[0].Integrated, strained[0].Integrated));
        Assert.True(strained[0].HarmMean > Honest[0].HarmMean);
    }

    [Theory]
    [InlineData("people.sizeApathy=0.3")]
    [InlineData("people.activitySpread=1")]
    [InlineData("people.overload=1")]
    public void Whoever_stays_away_is_not_heard(string setting)
    {
        var strained = new StrainedTown(setting);

        Assert.True(strained[0].PersonHours.Mid < Honest[0].PersonHours.Mid);
        Assert.NotEqual(Honest[0].Decided, strained[0].Decided);
    }

    /// <summary>Under lazy consent whoever is hardly active hardly reads: silence is not agreement.</summary>
    [Fact]
    public void The_inactive_do_not_read_what_passes_by_their_silence()
    {
        static int Unread(params string[] settings) => new StrainedTown(
            [.. settings, "process.lazyDays=7", "process.lazyReads=0.95", "people.toleranceLow=0.6",
                "people.toleranceHigh=0.6"]).All
            .Where(entry => entry.Kind == EntryKind.SilentConsent).Sum(entry => entry.Round);

        Assert.True(Unread("people.activitySpread=1") > 2 * Unread());
    }

    /// <summary>Attendance falls with the size of a circle: the pattern of town meetings (Bryan 2004).</summary>
    [Fact]
    public void Apathy_grows_with_the_circle()
    {
        double Share(int members)
        {
            var world = Worlds.Open(StrainedTown.Read("people.sizeApathy=0.1", $"federation.members={members}"));
            var here = world.Of(new CircleId("town/c1/c1"));
            return Enumerable.Range(0, members).Sum(index => Enumerable.Range(1, 200)
                .Count(matter => here.Attends(here.Resident(index).Person, matter, 1))) / (200.0 * members);
        }

        Assert.Equal(1, Share(7));
        Assert.Equal(1 / 1.5, Share(12), .05);
        Assert.Equal(1 / 4.3, Share(40), .05);
    }

    /// <summary>Overload strikes who holds seats in more circles: with seats kept below, more do.</summary>
    [Fact]
    public void A_person_in_many_circles_is_missed_more_where_seats_are_kept()
    {
        static double Attended(params string[] settings) =>
            new StrainedTown([.. settings, "people.overload=2"])[0].PersonHours.Mid / new StrainedTown(settings)[0].PersonHours.Mid;

        Assert.True(Attended("process.seatRule=replaceBelow") < 1);
        Assert.NotEqual(Attended("process.seatRule=replaceBelow"), Attended("process.seatRule=keepAll"));
    }

    [Fact]
    public void Whoever_is_captured_stays_the_same_when_another_strain_is_added()
    {
        var (one, both) = (new StrainedTown("attacks.captured=0.03"), new StrainedTown("attacks.captured=0.03", "attacks.leavers=0.9"));

        Assert.Equal(one[0].Decided, both[0].Decided);
        Assert.Equal(one[0].CirclesUnresolved, both[0].CirclesUnresolved);
    }

    /// <summary>Beside the same town without strain: what became of its first decision.</summary>
    [Theory]
    [InlineData("attacks.captured=0.03", "clean")]
    [InlineData("attacks.exaggerators=0.5", "deviated")]
    [InlineData("attacks.circles=0.3", "captured")]
    [InlineData("attacks.blockers=0.3", "paralysed")]
    public void A_decision_is_clean_deviated_captured_or_paralysed(string setting, string outcome)
    {
        var strained = new StrainedTown(setting);

        Assert.Equal(outcome, strained.Strain.Decisions[0].Outcome);
        Assert.Equal(strained[0].Decided.DistanceTo(Honest[0].Decided), strained.Strain.Decisions[0].FromClean, 1e-12);
        Assert.Null(Strained.Of(Honest.World, Honest.Outcome, Worlds.Open));
    }

    [Fact]
    public void The_simulation_counts_who_strained_it()
    {
        var strain = new StrainedTown(
            "attacks.captured=0.2", "attacks.blockers=0.2", "attacks.leavers=0.5", "attacks.sybils=0.5",
            "attacks.facilitators=1").Strain;

        Assert.InRange(strain.Captured, 2, 14);
        Assert.InRange(strain.Blocking, 2, 14);
        Assert.InRange(strain.Leaving, 10, 26);
        Assert.Equal((18, 0, 10), (strain.Fakes, strain.Manipulating, strain.CirclesRuled));
    }

    /// <summary>Where nobody gives up a lower seat, somebody sits in three circles; else in two.</summary>
    [Fact]
    public void The_busiest_person_is_counted() => Assert.True(
        new StrainedTown("people.overload=1", "process.seatRule=keepAll").Strain.MostSeats
        >= new StrainedTown("people.overload=1").Strain.MostSeats);

    /// <summary>A blocker gives no reason, so every gate but the one that integrates whatever is said survives
    /// them; what is not argued does not count.</summary>
    [Theory]
    [InlineData("sofa", "parked")]
    [InlineData("scm", "adopted")]
    [InlineData("s3", "adopted")]
    [InlineData("holacracy", "adopted")]
    public void The_gate_decides_whether_the_process_survives_a_blocker(string gate, string outcome) =>
        Assert.Equal(outcome, new StrainedTown("attacks.blockers=0.3", $"process.gate={gate}")[0].Outcome);

    /// <summary>A chair rules objections invalid only where nobody else judges them.</summary>
    [Theory]
    [InlineData("sofa", true)]
    [InlineData("scm", false)]
    [InlineData("s3", false)]
    public void The_gate_decides_whether_a_facilitator_gets_away_with_it(string gate, bool ruled) =>
        Assert.Equal(ruled, new StrainedTown("attacks.facilitators=1", $"process.gate={gate}").All.Any(entry =>
            entry.Kind == EntryKind.ObjectionRuledInvalid));

    /// <summary>Everything at once: another driver of the same machine, with messages lost and doubled, ends
    /// with the same seals.</summary>
    [Fact]
    public void Strain_is_part_of_the_same_seal_everywhere()
    {
        var strained = new StrainedTown(
            "attacks.captured=0.05", "attacks.blockers=0.2", "attacks.leavers=0.8", "attacks.exaggerators=0.2",
            "attacks.manipulators=0.1", "attacks.sybils=0.3", "attacks.infiltrated=0.3", "attacks.facilitators=0.3",
            "attacks.hosts=0.1", "faults.hosts=5", "people.attendance=0.9", "people.sizeApathy=0.05",
            "people.activitySpread=0.5", "people.overload=0.2", "process.talk=pairs");
        var world = strained.World;

        var seals = Campaign.Undergone(world.Of, world.OpenRegister, seeds: 3).Seals;
        Assert.Equal(strained.Outcome.Seals.Select(one => one.Seal), seals.Select(one => $"{one.Seal}"));

        Assert.NotEmpty(strained.Reference.Circles.Values.SelectMany(circle => circle.Left));
    }
}
