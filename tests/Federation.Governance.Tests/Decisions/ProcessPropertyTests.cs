using CsCheck;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Decisions;

/// <summary>What holds in every meeting, over random circles, gates, grounds, forms and ladders.</summary>
public class ProcessPropertyTests
{
    [Fact]
    public void Where_a_circle_consents_no_objection_that_counts_is_left_standing() => Meetings.Sample(case_ =>
    {
        var (meeting, practice) = case_;
        var minutes = ConsentProcess.Hold(meeting, practice);
        if (!minutes.Consented || minutes.Silent) return;
        for (var member = 0; member < meeting.Present.Length; member++)
        {
            var person = meeting.Present[member].Person;
            var dismissed = minutes.Steps.Any(step => IsDismissal(step.Kind) && step.Speaker.Person == person);
            Assert.True(dismissed || CanLive(meeting, practice, minutes, member), $"{practice.Gate} {minutes.Rung} {member}");
        }
    }, iter: 4000);

    /// <summary>Numbers of consent rounds are those of people: whatever moved the text, all were asked after it.</summary>
    [Fact]
    public void The_last_thing_that_happens_before_consent_is_a_consent_round() => Meetings.Sample(case_ =>
    {
        var (meeting, practice) = case_;
        var minutes = ConsentProcess.Hold(meeting, practice);
        if (!minutes.Consented || minutes.Silent) return;
        var moved = minutes.Steps.Where(step => Moves(step.Kind)).Select(step => step.Round).DefaultIfEmpty(0).Max();
        if (minutes.Parts.IsEmpty) Assert.True(moved < minutes.ConsentRounds, $"{minutes.Rung}: {moved} of {minutes.ConsentRounds}");
        var integrations = minutes.Steps.Count(step => Moves(step.Kind));
        Assert.InRange(minutes.ConsentRounds, 1, 1 + integrations);
    }, iter: 4000);

    /// <summary>Among people whose minds are made up, so that both start from the same ranges.</summary>
    [Fact]
    public void All_at_once_never_moves_the_text_further_than_one_at_a_time() => (
        from text in At from stands in At.Array[2, 7] from tolerance in Gen.Double[.1, .6].Array[7]
        select (text, stands, tolerance)).Sample(circle =>
        {
            var meeting = People.Meeting(circle.text, [.. circle.stands.Select((stand, i) => People.Voice(i, stand, circle.tolerance[i]))]);
            var practice = new Practice { TalkRounds = 0, Shaping = 0, Forms = [Form.Amend], Ladder = [], AmendmentsMax = 20 };
            var (nearest, one) = (
                ConsentProcess.Hold(meeting, practice), ConsentProcess.Hold(meeting, practice with { Integration = Integration.One }));
            if (!nearest.Consented || !one.Consented) return;
            Assert.True(
                nearest.Text.DistanceTo(meeting.Text) <= one.Text.DistanceTo(meeting.Text) + 1e-7,
                $"{nearest.Text} and {one.Text} from {meeting.Text}");
        }, iter: 4000);

    /// <summary>Without common ground no number of sweeps is tried, and with it none is counted.</summary>
    [Fact]
    public void Only_people_make_rounds() => Meetings.Sample(case_ =>
    {
        var (meeting, practice) = case_;
        var minutes = ConsentProcess.Hold(meeting with { Reads = [] }, practice);
        var amendments = minutes.Steps.Count(step => step.Kind == EntryKind.Integrated);
        var helped = minutes.Steps.Count(step => step.Kind == EntryKind.Helped);
        var talk = practice.TalkRounds + (practice.Integration == Integration.One ? amendments : 0) + helped;
        Assert.Equal(minutes.Rounds, minutes.ConsentRounds + talk);
    }, iter: 2000);

    /// <summary>Without talk the gate that heeds everything finds consent only where the least does too.</summary>
    [Fact]
    public void Whatever_stops_a_circle_is_an_objection_that_counts() => Meetings.Sample(case_ =>
    {
        var minutes = ConsentProcess.Hold(case_.Meeting, case_.Practice);
        Assert.Equal(minutes.Consented, minutes.Standing.IsEmpty);
    }, iter: 2000);

    private static bool CanLive(Meeting meeting, Practice practice, Minutes minutes, int member)
    {
        var facets = new Facets(minutes.Dimensions, meeting.Facets.StatusQuo);
        var voice = meeting.Present[member];
        var measured = minutes.Steps.Any(step => step.Kind == EntryKind.ConcernMeasured)
            && minutes.Steps.Any(step => step.Kind == EntryKind.ObjectionRaised && step.Speaker.Person == voice.Person)
            ? 1 + practice.MeasureWidens : 1;
        var stand = practice.StandOf(voice, minutes.Preferences[member], minutes.Beliefs[member]);
        var range = new Acceptance(
            Fixed.Round(facets.Of(stand)), voice.Snapshot.Tolerance * practice.Widening(minutes.TermShare) * measured,
            practice.BoxRanges);
        if (minutes.Rung == Rung.SmallerStep)
            range = range with { Radius = range.Radius + range.Excess(facets.Of(facets.StatusQuo)) };
        var text = minutes.Parts.IsEmpty ? minutes.Text : minutes.Parts[minutes.PartOf[member]];
        return range.Excess(facets.Of(text)) <= 2e-9;
    }

    private static bool IsDismissal(EntryKind kind) => kind is >= EntryKind.NotArgued and <= EntryKind.CanAdapt;

    private static bool Moves(EntryKind kind) => kind is EntryKind.Integrated or EntryKind.TermShortened
        or EntryKind.ConcernMeasured or EntryKind.Split or EntryKind.StepTaken or EntryKind.Divided or EntryKind.Helped;

    private static Gen<Point> At => Gen.Double[0, 1].Array[2].Select(coordinates => new Point(coordinates));

    private static Gen<(Meeting Meeting, Practice Practice)> Meetings =>
        from text in At
        from stands in At.Array[1, 7]
        from beliefs in At.Array[7]
        from tolerance in Gen.Double[.03, .5].Array[7]
        from conviction in Gen.Double[0, 1].Array[7]
        from lots in Gen.Double[0, 1].Array[7]
        from reads in Gen.Bool.Array[7]
        from lazy in Gen.Int[0, 4]
        from limit in Gen.OneOf(Gen.Const((double?)null), Gen.Double[0, .4].Select(radius => (double?)radius))
        from practice in Practices
        let present = stands.Select((stand, i) => People.Voice(i, stand, tolerance[i], conviction[i], beliefs[i])).ToArray()
        select (People.Meeting(text, present) with
        {
            Lots = [.. lots.Take(present.Length)],
            Reads = lazy == 0 ? [.. reads.Take(present.Length)] : [],
            Limit = limit is { } radius ? new(Fixed.Round(text), radius, practice.BoxRanges) : null,
        }, practice);

    private static Gen<Practice> Practices =>
        from gate in Gen.Int[0, 3]
        from ground in Gen.Int[0, 2]
        from box in Gen.Bool
        from one in Gen.Bool
        from talk in Gen.Int[0, 2]
        from shaping in Gen.Double[0, 1]
        from forms in Gen.Shuffle(Enum.GetValues<Form>(), 1, 3)
        from ladder in Gen.Shuffle(new Rung[] { Rung.SmallerStep, Rung.ShorterTerm, Rung.Split, Rung.Divide, Rung.Help, Rung.Park }, 0, 6)
        select new Practice
        {
            Gate = (Gate)gate, Ground = (Ground)ground, BoxRanges = box, TalkRounds = talk, Shaping = shaping,
            Integration = one ? Integration.One : Integration.Nearest, Forms = [.. forms], Ladder = [.. ladder],
        };
}
