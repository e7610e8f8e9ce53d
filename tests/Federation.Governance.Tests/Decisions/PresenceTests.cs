using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Testing;

namespace Federation.Governance.Tests.Decisions;

public class PresenceTests
{
    private static readonly Practice Bare = new() { TalkRounds = 0, Shaping = 0 };

    [Fact]
    public void Waiting_for_a_member_takes_another_meeting_of_everybody()
    {
        var meeting = People.Meeting(new(.5), People.Voice(0, new(.5)), People.Voice(1, new(.4)), People.Voice(2, new(.6)));
        var (once, waited) = (ConsentProcess.Hold(meeting, Bare), ConsentProcess.Hold(meeting with { Awaited = 1 }, Bare));

        Assert.Equal((0, 3, 9), (once.FurtherMeetings, once.Attending, once.Speaking));
        Assert.Equal((1, 3 + 2, 9 + 4), (waited.FurtherMeetings, waited.Attending, waited.Speaking));
        Assert.Equal((EntryKind.Awaited, 1), waited.Steps.Select(step => (step.Kind, step.Round)).Single());
    }

    [Fact]
    public void Without_a_quorum_nothing_is_decided()
    {
        var minutes = ConsentProcess.Hold(People.Meeting(new(.5), People.Voice(0, new(.5))) with { IsQuorate = false }, Bare);

        Assert.False(minutes.Consented);
        Assert.Equal([EntryKind.NoQuorum], minutes.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void Silence_is_consent_and_who_does_not_read_cannot_object()
    {
        var meeting = People.Meeting(new(.9), People.Voice(0, new(.9)), People.Voice(1, new(.2), .1));

        var unread = ConsentProcess.Hold(meeting with { Reads = [true, false] }, Bare);

        Assert.Equal((true, true, 0, 1, 0), (unread.Consented, unread.Silent, unread.Rounds, unread.Attending, unread.Objections));
        Assert.Equal(meeting.Text, unread.Text);
        Assert.Equal(1, Assert.Single(unread.Steps, step => step.Kind == EntryKind.SilentConsent).Round);
    }

    [Fact]
    public void One_reader_who_objects_brings_the_text_before_a_meeting()
    {
        var meeting = People.Meeting(new(.9), People.Voice(0, new(.7)), People.Voice(1, new(.5), .2));

        var read = ConsentProcess.Hold(meeting with { Reads = [false, true] }, Bare);

        Assert.Equal((true, false), (read.Consented, read.Silent));
        Assert.Equal(.7, read.Text[0], 1e-9);
        Assert.Equal(1 + 2, read.Attending);
    }

    [Fact]
    public void A_concern_in_writing_does_not_call_a_meeting_where_the_gate_says_so()
    {
        var meeting = People.Meeting(new(.75), People.Voice(0, new(.2), .2, belief: new(.8))) with { Reads = [true], Lots = [.5] };

        var minutes = ConsentProcess.Hold(meeting, Bare with { Gate = Gate.S3 });

        Assert.True(minutes.Silent);
        Assert.Equal(1, minutes.Dismissed);
    }
}
