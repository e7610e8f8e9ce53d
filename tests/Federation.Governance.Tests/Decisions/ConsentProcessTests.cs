using CsCheck;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Decisions;

public class ConsentProcessTests
{
    /// <summary>Nobody talks and nobody shapes: what is tested is the consent round alone.</summary>
    private static readonly Practice Bare = new() { TalkRounds = 0, Shaping = 0 };

    private static readonly Practice OneByOne = Bare with { Integration = Integration.One };

    private static readonly Practice Boxes = Bare with { BoxRanges = true };

    [Fact]
    public void Without_objection_the_text_stays_as_it_was_shaped()
    {
        var practice = Bare with { Shaping = .5, Tuners = 2 };
        var meeting = People.Meeting(new(.8, .4), People.Voice(0, new(.6, .4)), People.Voice(1, new(.4, .4)));

        var minutes = ConsentProcess.Hold(meeting, practice);

        Assert.Equal((true, 0, Rung.None, 1d), (minutes.Consented, minutes.Objections, minutes.Rung, minutes.TermShare));
        Assert.Equal(Fixed.Round(new Point(.65, .4)), minutes.Text);
        Assert.Equal([EntryKind.Shaped], minutes.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void Tuners_are_those_who_read_best_what_is_needed()
    {
        var meeting = People.Meeting(new(.8, .4),
            new Voice(Role.Resident, -1, People.Person(0, new(.5, .5), 2, skill: .1), new(.1, .1), null),
            new Voice(Role.Resident, -1, People.Person(1, new(.5, .5), 2, skill: .9), new(.5, .25), null));

        Assert.Equal(new(.5, .25), ConsentProcess.Hold(meeting, Bare with { Shaping = 1, Tuners = 1 }).Text);
    }

    [Fact]
    public void In_one_dimension_the_text_moves_to_the_nearest_end_of_the_common_interval()
    {
        // Ranges [.1, .5] and [.3, .7] have [.3, .5] in common.
        Voice[] present = [People.Voice(0, new(.3), .2), People.Voice(1, new(.5), .2)];

        Assert.Equal(Fixed.Round(new Point(.5)), ConsentProcess.Hold(People.Meeting(new(.9), present), Bare).Text);
        Assert.Equal(Fixed.Round(new Point(.3)), ConsentProcess.Hold(People.Meeting(new(.0), present), Bare).Text);
        Assert.Equal(Fixed.Round(new Point(.4)), ConsentProcess.Hold(People.Meeting(new(.4), present), Bare).Text);
    }

    [Fact]
    public void Boxes_are_clipped_dimension_by_dimension() => Circles(2).Sample(circle =>
    {
        var minutes = ConsentProcess.Hold(People.Meeting(circle.Text, circle.Present), Boxes with { Forms = [Form.Amend], Ladder = [] });
        var (low, high) = (new double[2], new double[2]);
        for (var k = 0; k < 2; k++)
        {
            low[k] = circle.Present.Max(voice => Stand(voice)[k] - voice.Snapshot.Tolerance);
            high[k] = circle.Present.Min(voice => Stand(voice)[k] + voice.Snapshot.Tolerance);
        }

        var expected = new Point([.. Enumerable.Range(0, 2).Select(k =>
            Math.Min(Math.Max(Fixed.Round(circle.Text)[k], low[k]), high[k]))]);
        if (minutes.Consented) Assert.True(minutes.Text.DistanceTo(expected) < 1e-8);
        else Assert.True(low[0] > high[0] - 1e-8 || low[1] > high[1] - 1e-8);
        static Point Stand(Voice voice) => Boxes.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
    }, iter: 500);

    /// <summary>V46, drawn to a quarter: two discs, and the nearest point of their lens from four starts.
    /// Answering the strongest objection first ends elsewhere.</summary>
    [Theory]
    [InlineData(3, 1, .948683298, .316227766)]
    [InlineData(.75, 2, .75, .661437828)]
    [InlineData(-.5, .8, 0.571523309, 0.371390676)]
    public void All_at_once_the_text_moves_to_the_nearest_point_of_the_common_ground(double x, double y, double toX, double toY)
    {
        static Point Drawn(double x, double y) => new(.25 + (x / 4), .25 + (y / 4));
        Voice[] present = [People.Voice(0, Drawn(0, 0), .25), People.Voice(1, Drawn(1.5, 0), .25)];

        var minutes = ConsentProcess.Hold(People.Meeting(Drawn(x, y), present), Bare);

        Assert.True(minutes.Text.DistanceTo(Drawn(toX, toY)) < 1e-5, $"{minutes.Text} is not {Drawn(toX, toY)}");
    }

    [Fact]
    public void One_objection_at_a_time_answers_the_strongest_first()
    {
        var meeting = People.Meeting(new(.9, .5),
            People.Voice(0, new(.6, .5), .2), People.Voice(1, new(.4, .5), .2), People.Voice(2, new(.8, .5), .4));

        var minutes = ConsentProcess.Hold(meeting, OneByOne);

        var first = minutes.Steps.First(step => step.Kind == EntryKind.Integrated);
        Assert.Equal(1, first.Speaker.Person.Index);
        Assert.True(first.To!.Value.DistanceTo(new(.6, .5)) < 1e-9);
        Assert.True(minutes.Consented);
        Assert.Equal((2, 1), (minutes.Objections, minutes.Integrated));
    }

    [Fact]
    public void Between_amendments_people_talk_and_hear_each_other()
    {
        // Open people with opposed beliefs: after a round all believe the middle, and object no longer.
        var practice = OneByOne with { Ground = Ground.Belief, AmendmentsMax = 1, Forms = [Form.Amend] };
        var meeting = People.Meeting(new(.9),
            People.Voice(0, new(.2), .36, conviction: 0), People.Voice(1, new(.8), .36, conviction: 0),
            People.Voice(2, new(.5), .01, conviction: 0));

        var minutes = ConsentProcess.Hold(meeting, practice);

        Assert.True(minutes.Consented);
        Assert.All(minutes.Beliefs, belief => Assert.Equal(.5, belief[0], 1e-9));
    }

    [Fact]
    public void A_shorter_term_is_taken_only_when_needed_and_the_longest_that_works()
    {
        // Gap .36 between two radii of .15: m(term) must be at least 1.2; half the term gives 1.25.
        Voice[] apart = [People.Voice(0, new(.32), .15), People.Voice(1, new(.68), .15)];
        Voice[] near = [People.Voice(0, new(.4), .15), People.Voice(1, new(.6), .15)];
        var practice = Bare with { Terms = [1, .75, .5, .25] };

        var shorter = ConsentProcess.Hold(People.Meeting(new(.9), apart), practice);

        Assert.Equal((true, .5, Rung.ShorterTerm), (shorter.Consented, shorter.TermShare, shorter.Rung));
        Assert.Equal(1, ConsentProcess.Hold(People.Meeting(new(.9), near), practice).TermShare);
    }

    [Fact]
    public void A_concern_is_measured_when_neither_words_nor_terms_help()
    {
        // Radii .15 and centres .4 apart need a factor of 4/3; 1.25 from the shortest term, 1.1 more for a measure.
        var meeting = People.Meeting(new(.5), People.Voice(0, new(.3), .15), People.Voice(1, new(.7), .15));
        var practice = Bare with { Terms = [1], MeasureWidens = .35 };

        var minutes = ConsentProcess.Hold(meeting, practice);

        Assert.Equal((true, Rung.Measured, 1d), (minutes.Consented, minutes.Rung, minutes.TermShare));
        Assert.Contains(minutes.Steps, step => step.Kind == EntryKind.ConcernMeasured);
        Assert.False(ConsentProcess.Hold(meeting, practice with { MeasureWidens = .3 }).Consented);
    }

    [Fact]
    public void A_measure_widens_only_the_range_of_who_raised_the_concern()
    {
        // Only the second objects: its range alone grows, and must reach the text, .4 away, by itself.
        var meeting = People.Meeting(new(.3), People.Voice(0, new(.3), .15), People.Voice(1, new(.7), .15));

        Assert.False(ConsentProcess.Hold(meeting, Bare with { Terms = [1], MeasureWidens = 1.6 }).Consented);
        var measured = ConsentProcess.Hold(meeting, Bare with { Terms = [1], MeasureWidens = 1.67 });
        Assert.Equal((true, Rung.Measured, Fixed.Round(new Point(.3))), (measured.Consented, measured.Rung, measured.Text));
    }

    [Fact]
    public void A_measure_never_moves_the_text_even_where_the_wider_ranges_meet_elsewhere()
    {
        // Wide enough for common ground at .5, but not for the text at .9, which both object to.
        var meeting = People.Meeting(new(.9), People.Voice(0, new(.4), .15), People.Voice(1, new(.6), .15));

        var minutes = ConsentProcess.Hold(meeting, Bare with { Forms = [Form.Measure], MeasureWidens = .5, Ladder = [Rung.Park] });

        Assert.Equal((false, Rung.Park), (minutes.Consented, minutes.Rung));
        Assert.DoesNotContain(minutes.Steps, step => step.Kind is EntryKind.ConcernMeasured or EntryKind.Integrated);
    }

    [Fact]
    public void A_domain_is_split_and_the_rest_parked_at_the_status_quo()
    {
        var minutes = ConsentProcess.Hold(AtOddsOnTheSecond, Boxes with { Forms = [Form.Amend] });

        Assert.Equal((true, Rung.Split), (minutes.Consented, minutes.Rung));
        Assert.Equal([0], minutes.Dimensions.ToArray());
        Assert.Equal(.5, minutes.Text[1]);
        Assert.Equal(.9, minutes.Text[0], 1e-9);
    }

    [Fact]
    public void A_split_stays_inside_the_domain()
    {
        var meeting = AtOddsOnTheSecond with { Bounds = new(new(0, 0), new(.8, 1)) };

        var minutes = ConsentProcess.Hold(meeting, Boxes with { Forms = [Form.Amend] });

        Assert.Equal((Rung.Split, .8), (minutes.Rung, Math.Round(minutes.Text[0], 9)));
    }

    [Fact]
    public void Without_any_dimension_in_common_there_is_nothing_to_split()
    {
        var meeting = People.Meeting(new(.5, .5), People.Voice(0, new(.1, .1), .1), People.Voice(1, new(.9, .9), .1));

        Assert.False(ConsentProcess.Hold(meeting, Bare with { Forms = [Form.Amend] }).Consented);
    }

    /// <summary>Both can live with .6 to .9 on the first dimension; on the second they are far apart.</summary>
    private static Meeting AtOddsOnTheSecond => People.Meeting(new(.95, .9),
        People.Voice(0, new(.6, .1), .3), People.Voice(1, new(.8, .95), .3));

    [Fact]
    public void Unresolved_below_a_limit_says_what_all_could_live_with()
    {
        var meeting = People.Meeting(new(.8), People.Voice(0, new(.3), .2), People.Voice(1, new(.4), .2))
            with { Limit = new(new(.8), .15) };

        var minutes = ConsentProcess.Hold(meeting, Bare with { Terms = [1], MeasureWidens = .01 });

        Assert.Equal((false, meeting.Text), (minutes.Consented, minutes.Text));
        Assert.NotNull(minutes.Livable);
        Assert.Equal(.5, minutes.Livable.Value[0], 1e-9);
    }

    [Fact]
    public void Without_a_limit_or_without_common_ground_nothing_is_livable()
    {
        var apart = People.Meeting(new(.8), People.Voice(0, new(.1), .1), People.Voice(1, new(.9), .1));
        var practice = Bare with { Terms = [1], Ladder = [] };

        Assert.Null(ConsentProcess.Hold(apart, practice).Livable);
        Assert.Null(ConsentProcess.Hold(apart with { Limit = new(new(.8), .15) }, practice).Livable);
    }

    [Fact]
    public void One_who_will_accept_nothing_near_blocks_and_the_ladder_decides()
    {
        var meeting = People.Meeting(new(.8, .8),
            People.Voice(0, new(.7, .7)), People.Voice(1, new(.75, .7)), People.Voice(2, new(.0, .0), tolerance: 0));

        var minutes = ConsentProcess.Hold(meeting, new Practice());

        Assert.False(minutes.Consented);
        Assert.Equal(meeting.Text, minutes.Text);
        Assert.All(minutes.Steps.Where(step => step.Kind == EntryKind.ObjectionRaised), step =>
            Assert.Equal(2, step.Speaker.Person.Index));
    }

    [Fact]
    public void Where_nobody_comes_nothing_is_decided_and_the_minutes_say_so()
    {
        var minutes = ConsentProcess.Hold(People.Meeting(new(.5)), Bare);

        Assert.False(minutes.Consented);
        Assert.Equal([EntryKind.NoQuorum], minutes.Steps.Select(step => step.Kind));
    }


    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Amendments_are_capped(int most)
    {
        // Three lenses that alternate for a long time before they meet.
        var meeting = People.Meeting(new(.95, .5),
            People.Voice(0, new(.5, .1), .401), People.Voice(1, new(.5, .9), .401), People.Voice(2, new(.5, .5), .5));

        var minutes = ConsentProcess.Hold(meeting, OneByOne with { AmendmentsMax = most, Forms = [Form.Amend], Ladder = [] });

        Assert.Equal(most, minutes.Steps.Count(step => step.Kind == EntryKind.Integrated));
        Assert.False(minutes.Consented);
    }

    [Fact]
    public void No_consent_leaves_a_valid_objection_whatever_the_practice() =>
        (from circle in Circles(2) from practice in Practices select (circle, practice)).Sample(case_ =>
        {
            var (circle, practice) = case_;
            var meeting = People.Meeting(circle.Text, circle.Present) with
            {
                Limit = circle.Limit is { } radius ? new(Fixed.Round(circle.Text), radius, practice.BoxRanges) : null,
            };
            var minutes = ConsentProcess.Hold(meeting, practice);
            if (!minutes.Consented) return;
            for (var i = 0; i < circle.Present.Length; i++)
            {
                var agreed = new Facets(minutes.Dimensions, meeting.Facets.StatusQuo);
                var stand = agreed.Of(practice.StandOf(circle.Present[i], minutes.Preferences[i], minutes.Beliefs[i]));
                var measured = minutes.Rung == Rung.Measured || minutes.Steps.Any(step => step.Kind == EntryKind.ConcernMeasured)
                    ? 1 + practice.MeasureWidens : 1;
                var range = new Acceptance(Fixed.Round(stand),
                    circle.Present[i].Snapshot.Tolerance * practice.Widening(minutes.TermShare) * measured, practice.BoxRanges);
                Assert.True(range.Contains(agreed.Of(minutes.Text)), $"{minutes.Rung}");
            }

            if (meeting.Limit is { } limit) Assert.True(limit.Contains(minutes.Text), "latitude exceeded");
        }, iter: 3000);

    [Fact]
    public void Who_speaks_first_does_not_matter_when_all_are_heard_at_once() => Circles(2).Sample(circle =>
    {
        var practice = new Practice { Shaping = 0 };
        var forwards = ConsentProcess.Hold(People.Meeting(circle.Text, circle.Present), practice);
        var backwards = ConsentProcess.Hold(People.Meeting(circle.Text, [.. circle.Present.Reverse()]), practice);
        Assert.Equal((forwards.Consented, forwards.TermShare, forwards.Objections),
            (backwards.Consented, backwards.TermShare, backwards.Objections));
        Assert.True(forwards.Text.DistanceTo(backwards.Text) < 1e-8);
    }, iter: 500);

    private static Gen<Practice> Practices =>
        from box in Gen.Bool
        from one in Gen.Bool
        from shaping in Gen.Double[0, 1]
        from rounds in Gen.Int[0, 3]
        from ground in Gen.Int[0, 2]
        from forms in Gen.OneOf(
            Gen.Const<Form[]>([Form.Amend]), Gen.Const<Form[]>([Form.Shorten, Form.Amend]),
            Gen.Const<Form[]>([Form.Measure, Form.Amend, Form.Shorten]),
            Gen.Const<Form[]>([Form.Amend, Form.Shorten, Form.Measure]))
        select new Practice
        {
            BoxRanges = box,
            Integration = one ? Integration.One : Integration.Nearest,
            Shaping = shaping,
            TalkRounds = rounds,
            Ground = (Ground)ground,
            Forms = [.. forms],
        };

    private static Gen<(Point Text, Voice[] Present, double? Limit)> Circles(int dimensions) =>
        from text in At(dimensions)
        from stands in At(dimensions).Array[1, 7]
        from beliefs in At(dimensions).Array[7]
        from tolerance in Gen.Double[.05, .6].Array[7]
        from conviction in Gen.Double[0, 1].Array[7]
        from limit in Gen.OneOf(Gen.Const((double?)null), Gen.Double[0, .4].Select(radius => (double?)radius))
        from alike in Gen.Bool
        select (text, stands.Select((stand, i) => People.Voice(
            i, stand, tolerance[i], conviction[i], alike ? stand : beliefs[i])).ToArray(), limit);

    private static Gen<Point> At(int dimensions) =>
        Gen.Double[0, 1].Array[dimensions].Select(coordinates => new Point(coordinates));
}
