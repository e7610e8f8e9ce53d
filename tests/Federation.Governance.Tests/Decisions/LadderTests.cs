using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Decisions;

/// <summary>Two camps without common ground, and what each rung makes of them.</summary>
public class LadderTests
{
    private static readonly Practice Stuck = new() { TalkRounds = 0, Shaping = 0, Forms = [Form.Amend] };

    /// <summary>Two at .1 and .2, two at .8 and .9, each with a range of .1; the status quo is .5.</summary>
    private static Meeting Camps => People.Meeting(new(.9),
        People.Voice(0, new(.1), .1), People.Voice(1, new(.2), .1), People.Voice(2, new(.8), .1), People.Voice(3, new(.9), .1));

    [Fact]
    public void Rungs_are_taken_in_the_circles_own_order()
    {
        Assert.Equal(Rung.Divide, Climb(Camps, Rung.Divide, Rung.Park).Rung);
        Assert.Equal(Rung.Park, Climb(Camps, Rung.Park, Rung.Divide).Rung);
        Assert.Equal(Rung.Refer, Climb(Camps with { MayRefer = true }, Rung.Refer, Rung.Divide).Rung);
        Assert.Equal(Rung.Divide, Climb(Camps, Rung.Refer, Rung.Divide).Rung);
        Assert.Equal(Rung.Park, Climb(Camps).Rung);
    }

    /// <summary>.5 to .9: for whoever stands at .2 or less no step away is safe; for one at .6 with a range of .1, .7 is.</summary>
    [Fact]
    public void A_smaller_step_goes_as_far_as_leaves_nobody_worse_off()
    {
        var meeting = People.Meeting(new(.9), People.Voice(0, new(.6), .1), People.Voice(1, new(.9), .1));

        var minutes = Climb(meeting, Rung.SmallerStep);

        Assert.Equal((true, Rung.SmallerStep), (minutes.Consented, minutes.Rung));
        Assert.Equal(.7, minutes.Text[0], 1e-6);
        Assert.False(Climb(Camps, Rung.SmallerStep).Consented);
    }

    [Fact]
    public void A_smaller_step_keeps_within_what_is_left_open_from_above()
    {
        var meeting = People.Meeting(new(.9), People.Voice(0, new(.6), .1), People.Voice(1, new(.9), .1));

        Assert.Equal(.65, Climb(meeting with { Limit = new(new(.4), .25) }, Rung.SmallerStep).Text[0], 1e-6);
    }

    /// <summary>Where the forms leave the term alone, the ladder may still shorten it.</summary>
    [Fact]
    public void A_shorter_term_can_be_a_rung()
    {
        var meeting = People.Meeting(new(.9), People.Voice(0, new(.32), .15), People.Voice(1, new(.68), .15));

        var minutes = Climb(meeting, Rung.ShorterTerm);

        Assert.Equal((true, .5, Rung.ShorterTerm), (minutes.Consented, minutes.TermShare, minutes.Rung));
    }

    [Fact]
    public void Members_divide_into_sub_circles_each_with_a_text_of_its_own()
    {
        var minutes = Climb(Camps, Rung.Divide);

        Assert.True(minutes.Consented);
        Assert.Equal([0, 0, 1, 1], minutes.PartOf.ToArray());
        Assert.Equal([.2, .9], minutes.Parts.Select(part => Math.Round(part[0], 9)));
        Assert.Equal(.55, minutes.Text[0], 1e-9);
        Assert.Equal([2, 2], minutes.Steps.Where(step => step.Kind == EntryKind.Divided).Select(step => step.Round));
        Assert.Equal(2 * 2 * 2, minutes.Climbs.Single().Speaking);
    }

    /// <summary>Three corners that meet two by two and not all three (Helly), and a fourth far off.</summary>
    [Fact]
    public void Sub_circles_that_meet_two_by_two_only_are_not_formed()
    {
        var meeting = People.Meeting(new(.5, .5),
            People.Voice(0, new(.1, .1), .26), People.Voice(1, new(.6, .1), .26), People.Voice(2, new(.35, .1 + (.25 * Math.Sqrt(3))), .26),
            People.Voice(3, new(1, 1), .05));

        Assert.False(Climb(meeting, Rung.Divide).Consented);
    }

    [Fact]
    public void A_circle_in_which_everybody_can_meet_somebody_does_not_divide()
    {
        var chain = People.Meeting(new(.9), People.Voice(0, new(.2), .16), People.Voice(1, new(.5), .16), People.Voice(2, new(.8), .16));

        Assert.Empty(Climb(chain, Rung.Divide).Climbs);
    }

    /// <summary>Open people who believe different things: two informed helpers tell them what they pooled.</summary>
    [Fact]
    public void A_helping_circle_comes_back_with_what_moves_beliefs_at_the_price_of_a_meeting()
    {
        var practice = Stuck with
        {
            Ladder = [Rung.Help, Rung.Park], Ground = Ground.Belief, Impasse = new() { Helpers = 2 },
        };
        var meeting = People.Meeting(new(.9), Open(0, .2, .1), Open(1, .7, .9), Open(2, .6, .9), Open(3, .9, .1));

        var minutes = ConsentProcess.Hold(meeting, practice);

        Assert.Equal((true, Rung.Help), (minutes.Consented, minutes.Rung));
        // Pooled belief .65; with openness .8 those at .2 and .9 come to .56 and .7, each with a range of .1.
        Assert.Equal(.66, minutes.Text[0], 1e-6);
        Assert.Equal(1, minutes.FurtherMeetings);
        Assert.Equal(new Climb(Rung.Help, true, 2 + 4, (1 * 4) + 16 + 16, 1), minutes.Climbs.Single());
        Assert.False(ConsentProcess.Hold(meeting, practice with { Ladder = [Rung.Park] }).Consented);

        static Voice Open(int index, double belief, double skill) => new(
            Role.Resident, -1, People.Person(index, new(belief), .1, conviction: .2, skill: skill), Fixed.Round(new Point(belief)), null);
    }

    [Fact]
    public void A_helping_circle_that_convinces_nobody_returns_once_and_the_next_rung_is_taken()
    {
        var minutes = Climb(Camps, Rung.Help, Rung.Divide);

        Assert.Equal(Rung.Divide, minutes.Rung);
        Assert.Equal([(Rung.Help, false), (Rung.Divide, true)], minutes.Climbs.Select(climb => (climb.Rung, climb.Held)));
        Assert.Single(minutes.Steps, step => step.Kind == EntryKind.HelpReturned);
        Assert.Equal(1, minutes.Steps.Single(step => step.Kind == EntryKind.Divided && step.To!.Value[0] < .5).Day);
    }

    [Fact]
    public void Forms_that_count_as_rungs_are_priced_too()
    {
        var meeting = People.Meeting(new(.9), People.Voice(0, new(.32), .15), People.Voice(1, new(.68), .15));

        var minutes = ConsentProcess.Hold(meeting, Stuck with { Forms = [Form.Amend, Form.Shorten] });

        Assert.Equal([new Climb(Rung.ShorterTerm, true, 0, 4, 0)], minutes.Climbs.ToArray());
    }

    private static Minutes Climb(Meeting meeting, params Rung[] ladder) =>
        ConsentProcess.Hold(meeting, Stuck with { Ladder = [.. ladder] });
}
