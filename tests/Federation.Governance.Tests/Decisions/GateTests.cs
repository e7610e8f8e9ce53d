using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Testing;

namespace Federation.Governance.Tests.Decisions;

/// <summary>The same objection before the four gates, on the three grounds.</summary>
public class GateTests
{
    private static readonly Practice Bare = new() { TalkRounds = 0, Shaping = 0, TermWidens = 0 };

    /// <summary>Would like .2, believes the circle needs .8: stands at .5.</summary>
    private static readonly Voice Torn = People.Voice(0, new(.2), .2, belief: new(.8));

    /// <summary>The text asks .75: fine for what they believe, out of range for what they would like and where they stand.</summary>
    [Theory]
    [InlineData(Ground.Belief, .75)]
    [InlineData(Ground.Stand, .7)]
    [InlineData(Ground.Preference, .4)]
    public void By_the_default_gate_the_text_moves_into_the_range_on_the_chosen_ground(Ground ground, double to) =>
        Assert.Equal(to, Text(Bare with { Ground = ground }, Torn), 1e-9);

    /// <summary>On the stand the text is a quarter of the radius out: paramount or not by the share agreed on.</summary>
    [Theory]
    [InlineData(Ground.Belief, .2, .75, null)]
    [InlineData(Ground.Stand, .2, .7, null)]
    [InlineData(Ground.Stand, .3, .75, EntryKind.NotParamount)]
    [InlineData(Ground.Preference, .3, .4, null)]
    [InlineData(Ground.Preference, 1.8, .75, EntryKind.NotParamount)]
    public void By_scm_only_what_is_paramount_to_the_objector_moves_the_text(
        Ground ground, double paramount, double to, EntryKind? dismissed)
    {
        var practice = Bare with { Gate = Gate.Scm, Ground = ground, Judging = new() { Paramount = paramount } };
        Same(practice, Torn, to, dismissed);
    }

    /// <summary>An objection from preference alone claims a harm the objector does not believe in.</summary>
    [Theory]
    [InlineData(Ground.Preference, .69, .75, EntryKind.ConcernRecorded)]
    [InlineData(Ground.Preference, .71, .4, null)]
    [InlineData(Ground.Stand, .69, .75, EntryKind.ConcernRecorded)]
    [InlineData(Ground.Belief, .69, .75, null)]
    public void By_s3_a_false_argument_mostly_becomes_a_concern(Ground ground, double lot, double to, EntryKind? dismissed) =>
        Same(Bare with { Gate = Gate.S3, Ground = ground }, Torn, to, dismissed, lot);

    [Theory]
    [InlineData(Ground.Preference, .019, .75, EntryKind.NotQualified)]
    [InlineData(Ground.Preference, .021, .4, null)]
    [InlineData(Ground.Belief, .019, .75, EntryKind.NotQualified)]
    [InlineData(Ground.Belief, .021, .4, null)]
    public void By_s3_a_true_argument_is_hardly_ever_dismissed(Ground ground, double lot, double to, EntryKind? dismissed) =>
        Same(Bare with { Gate = Gate.S3, Ground = ground }, People.Voice(0, new(.2), .2), to, dismissed, lot);

    [Theory]
    [InlineData(.8, .2, .5, EntryKind.NoHarm)] // believes the circle needs about what is proposed
    [InlineData(.2, .8, .5, EntryKind.NotOwnRole)] // fears for the circle, not for themselves
    [InlineData(.2, .2, .95, EntryKind.NotNew)] // the status quo is worse
    [InlineData(.2, .2, .5, null)]
    public void By_holacracy_all_criteria_must_be_claimed(double belief, double preference, double now, EntryKind? dismissed)
    {
        var voice = People.Voice(0, new(preference), .2, belief: new(belief));
        var practice = Bare with { Gate = Gate.Holacracy, CommonValue = belief > preference ? .3 : .7 };
        var meeting = People.Meeting(new(.75), voice) with { Facets = new([0], new(now)) };

        var minutes = ConsentProcess.Hold(meeting, practice);

        Assert.Equal(dismissed is { } kind ? [kind] : [], Dismissals(minutes));
        Assert.Equal(dismissed is null, minutes.Text != meeting.Text);
    }

    /// <summary>A range of .2 is .25 under half the term: .44 is within it, .46 is not.</summary>
    [Theory]
    [InlineData(.44, true)]
    [InlineData(.46, false)]
    public void By_holacracy_an_objection_falls_where_there_is_time_to_adapt(double text, bool canAdapt)
    {
        var practice = Bare with { Gate = Gate.Holacracy, TermWidens = .5, Terms = [1, .5] };
        var meeting = People.Meeting(new(text), People.Voice(0, new(.2), .2)) with { Facets = new([0], new(.1)) };

        Assert.Equal(canAdapt, Dismissals(ConsentProcess.Hold(meeting, practice)).Contains(EntryKind.CanAdapt));
    }

    /// <summary>One who blocks without an argument: whether the process survives it is the gate's doing.</summary>
    [Theory]
    [InlineData(Gate.Sofa, false)]
    [InlineData(Gate.Scm, true)]
    [InlineData(Gate.S3, true)]
    [InlineData(Gate.Holacracy, true)]
    public void A_blocker_without_an_argument_stops_a_circle_only_where_everything_raised_is_integrated(Gate gate, bool survives)
    {
        var blocker = People.Voice(1, new(0.0), 0) with { Conduct = Conduct.Blocks };
        var minutes = ConsentProcess.Hold(People.Meeting(new(.8), People.Voice(0, new(.8)), blocker), Bare with { Gate = gate });

        Assert.Equal(survives, minutes.Consented);
        Assert.Equal(survives ? [EntryKind.NotArgued] : [], Dismissals(minutes));
    }

    [Fact]
    public void A_dismissed_objection_is_an_entry_with_the_argument_and_is_counted_once()
    {
        // The other's objection takes an amendment, so everyone is asked twice.
        var meeting = People.Meeting(new(.8), Torn, People.Voice(1, new(.3), .4)) with { Lots = [.5, 1] };
        var minutes = ConsentProcess.Hold(meeting, Bare with { Gate = Gate.S3 });

        var concern = Assert.Single(minutes.Steps, step => step.Kind == EntryKind.ConcernRecorded);
        Assert.Equal((0, 0, .8), (concern.Speaker.Person.Index, concern.Argument.Dimension, Math.Round(concern.Argument.Asked, 9)));
        Assert.Equal(.7, concern.Argument.Livable, 1e-9);
        Assert.Equal(1, minutes.Dismissed);
        Assert.True(minutes.Consented);
    }

    private static void Same(Practice practice, Voice voice, double to, EntryKind? dismissed, double lot = 1)
    {
        var minutes = ConsentProcess.Hold(People.Meeting(new(.75), voice) with { Lots = [lot] }, practice);
        Assert.Equal(to, minutes.Text[0], 1e-9);
        Assert.Equal(dismissed is { } kind ? [kind] : [], Dismissals(minutes));
    }

    private static double Text(Practice practice, Voice voice) =>
        ConsentProcess.Hold(People.Meeting(new(.75), voice), practice).Text[0];

    private static EntryKind[] Dismissals(Minutes minutes) =>
        [.. minutes.Steps.Select(step => step.Kind).Where(kind => kind is >= EntryKind.NotArgued and <= EntryKind.CanAdapt)];
}
