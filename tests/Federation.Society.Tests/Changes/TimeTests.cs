using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Society.Tests.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing.Simulating;

namespace Federation.Society.Tests.Changes;

/// <summary>What the minutes of a meeting and the rhythm of a level do to a run.</summary>
public sealed class TimeTests
{
    private static readonly string Busy =
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Changes/busy.yaml"));

    private static Reference Ran(params string[] settings) =>
        new(Worlds.Open(ScenarioReader.Parse(Busy, "busy.yaml", settings)));

    private static RunOutcome Outcome(params string[] settings)
    {
        var reference = Ran(settings);
        return Outcomes.Of(reference.World, reference.Run());
    }

    [Fact]
    public void A_full_meeting_leaves_the_rest_of_the_agenda_to_the_next()
    {
        // Six people: 4.8 + 1 + 0.2 minutes and 6 x 1.5 in each of four rounds, 42 a matter.
        string[] exact = ["people.attendance=1", "measure.readMinutes=4.8"];
        var (open, full) = (Outcome(exact), Outcome([.. exact, "cadence.meetingMinutes=42"]));

        Assert.All(open.Decisions, decision => Assert.Equal(0, decision.Waited));
        Assert.Equal([0, 1, 1], full.Decisions.Select(decision => decision.Waited));
        Assert.Equal(open.Decisions[0].Weeks.Mid, full.Decisions[0].Weeks.Mid);
        Assert.Equal(
            [0, 2, 4],
            full.Decisions.Select(decision => (int)Math.Round(decision.Weeks.Mid - open.Decisions[0].Weeks.Mid)));
        Assert.Equal(open.Decisions.Select(one => one.Decided), full.Decisions.Select(one => one.Decided));
    }

    [Fact]
    public void A_matter_longer_than_a_meeting_goes_on_in_the_next_and_its_minutes_say_so()
    {
        var reference = Ran("cadence.meetingMinutes=15");
        reference.Run();

        var entries = reference.Entries(reference.Circles[new CircleId("town/c1")])
            .Where(entry => entry.Decision == 1).ToArray();
        var wentOn = Assert.Single(entries, entry => entry.Kind == EntryKind.WentOn);
        Assert.True(entries.Single(entry => entry.Kind == EntryKind.Decided).Day > wentOn.Day);
    }

    /// <summary>Twice the minutes are twice the meetings, so weeks follow the assumptions too.</summary>
    [Fact]
    public void Doubled_minutes_lengthen_the_weeks_through_the_time_box()
    {
        var once = Outcome("cadence.meetingMinutes=45").Decisions[2];
        var twice = Outcome(
            "cadence.meetingMinutes=45", "measure.readMinutes=10", "measure.clarifyMinutes=2",
            "measure.speakMinutes=3", "measure.decideMinutes=0.4", "measure.objectionMinutes=12").Decisions[2];

        Assert.True(twice.Weeks.Mid > once.Weeks.Mid, $"{twice.Weeks} against {once.Weeks}");
        Assert.True(once.Weeks.Low < once.Weeks.Mid && once.Weeks.Mid < once.Weeks.High, $"{once.Weeks}");
        Assert.Equal(once.PersonHours.Mid * 2, twice.PersonHours.Mid, 1e-9);
    }

    [Fact]
    public void A_level_with_a_rhythm_of_its_own_meets_in_it()
    {
        var (own, other) = (Outcome("cadence.levels={street: 1}"), Outcome("cadence.levels={town: 1}"));

        Assert.Equal(0, own.Decisions[0].Weeks.Mid);
        Assert.NotEqual(0, other.Decisions[0].Weeks.Mid);
    }

    [Fact]
    public void Half_a_day_is_no_rhythm() =>
        Assert.Single(Assert.Throws<ScenarioException>(() => Ran("cadence.levels={town: 2.5}")).Errors);

    [Fact]
    public void A_time_box_gives_the_same_seals_whatever_fails()
    {
        var world = Scenes.TownWith("cadence.meetingMinutes=30");
        var seals = new Reference(world).Run().Seals;

        Assert.True(seals.SequenceEqual(Campaign.Undergone(world.Of, world.OpenRegister, seeds: 3).Seals));
    }

    /// <summary>
    /// Waiting half a meeting interval per level, one way (research B2): 20 levels every two weeks
    /// take 20 weeks, 9 weekly 4.5, 9 monthly 18, 6 monthly 12. Days are whole and a matter that comes
    /// on the day of a meeting is taken the same day, so a level waits half a day less.
    /// </summary>
    [Theory]
    [InlineData(20, 14, 20)]
    [InlineData(9, 7, 4.5)]
    [InlineData(9, 28, 18)]
    [InlineData(6, 28, 12)]
    public void A_level_waits_half_a_meeting_interval(int levels, int cadence, double weeks)
    {
        var (random, sum, chains) = (new Random(1), 0L, 20_000);
        for (var chain = 0; chain < chains; chain++)
        {
            var day = Days.Same(random.Next(1000));
            var raised = day.Mid;
            for (var level = 0; level < levels; level++) day = day.NextMeeting(cadence, random.Next());
            sum += day.Mid - raised;
        }

        var mean = (double)sum / chains;
        Assert.Equal(levels * (cadence - 1) / 2.0, mean, 0.5);
        Assert.Equal(weeks, (mean + (levels * 0.5)) / 7, 0.1);
    }
}
