using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Changes;

/// <summary>The emergency of 1976, as its history is told.</summary>
public sealed class EmergencyTests
{
    private static readonly CircleId Shipyard = new("top/general/shipyard");
    private static readonly CircleId General = new("top/general");
    private static readonly CircleId Top = new("top");

    [Fact]
    public void A_fitter_calls_his_circle_and_is_sent_up_two_levels_within_a_day()
    {
        var history = Story(Run());

        Assert.Equal(
            [
                (Shipyard, EntryKind.MeetingCalled, "Jan de Groot"),
                (Shipyard, EntryKind.RepresentativeSent, "Jan de Groot"),
                (Shipyard, EntryKind.Forwarded, ""),
                (General, EntryKind.RepresentativeSent, "Jan de Groot"),
                (General, EntryKind.Forwarded, ""),
                (Top, EntryKind.Proposed, "Jan de Groot"),
                (Top, EntryKind.Decided, ""),
            ],
            history.Where(line => line.Kind is EntryKind.MeetingCalled or EntryKind.RepresentativeSent
                or EntryKind.Forwarded or EntryKind.Proposed or EntryKind.Decided)
                .Select(line => (line.Circle, line.Kind, line.Who)));
        Assert.All(
            history.Where(line => line.Circle == Top || line.Kind == EntryKind.Forwarded),
            line => Assert.Equal(1, line.Day));
    }

    [Fact]
    public void Without_an_emergency_the_same_matter_waits_for_three_meetings_and_nobody_goes_along()
    {
        var history = Story(Run("agenda.1.urgent=no"));

        Assert.DoesNotContain(history, line => line.Kind == EntryKind.RepresentativeSent);
        Assert.True(history.Single(line => (line.Circle, line.Kind) == (Top, EntryKind.Decided)).Day > 14);
    }

    [Fact]
    public void A_meeting_called_at_once_is_as_long_as_it_has_to_be()
    {
        var history = Story(Run("cadence.meetingMinutes=5"));

        Assert.All(history.Where(line => line.Circle == Top), line => Assert.Equal(1, line.Day));
    }

    [Fact]
    public void A_representative_has_a_consent_right_in_the_circle_above()
    {
        var reference = Run("process.shaping=1", "people.toleranceLow=0.02", "people.toleranceHigh=0.02");

        Assert.Contains(
            Entries(reference, Top), entry => entry.Kind == EntryKind.ObjectionRaised
                && entry.Speaker.Role == Role.Representative);
    }

    [Fact]
    public void What_the_meeting_did_to_his_opinion_comes_home_with_the_next()
    {
        var reference = Run("process.keeps=1");

        Assert.Contains(reference.Circles[Top].Returns, back => reference.World.Plan.NameOf(back.Person) == "Jan de Groot");
    }

    private static Reference Run(params string[] settings)
    {
        var reference = new Reference(Worlds.Open(ScenarioCatalogue.Load("endenburg-1976", settings)));
        reference.Run();
        return reference;
    }

    private static IEnumerable<Entry> Entries(Reference reference, CircleId circle) =>
        reference.Entries(reference.Circles[circle]).Where(entry => entry.Decision == 1);

    private static List<(CircleId Circle, EntryKind Kind, int Day, string Who)> Story(Reference reference) =>
        [.. new[] { Shipyard, General, Top }.SelectMany(circle => Entries(reference, circle).Select(entry =>
            (circle, entry.Kind, entry.Day, reference.World.Plan.NameOf(entry.Speaker.Person) ?? "")))];
}
