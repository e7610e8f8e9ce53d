using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Society.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Changes;

/// <summary>Who orders an agenda has power; consent to it gives that power to the members.</summary>
public sealed class AgendaTests
{
    private static readonly string Evening =
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Changes/evening.yaml"));

    private static (Entry[] Entries, RunOutcome Outcome) Ran(params string[] settings)
    {
        var reference = new Reference(Worlds.Open(ScenarioReader.Parse(Evening, "evening.yaml", settings)));
        var register = reference.Run();
        return ([.. reference.Entries(reference.Circles[new CircleId("town")])], Outcomes.Of(reference.World, register));
    }

    [Fact]
    public void A_fixed_agenda_goes_by_deadline_and_the_urgent_matter_without_one_comes_last()
    {
        Assert.Equal([1, 2, 3], Taken(Ran().Entries));
        Assert.Equal([2, 1, 3], Taken(Ran("agenda.2.deadline=80").Entries));
    }

    [Fact]
    public void The_circle_that_raised_an_urgent_matter_objects_and_it_comes_first()
    {
        var (entries, _) = Ran("process.agenda=consent");

        Assert.Equal([3, 1, 2], Taken(entries));
        var changed = Assert.Single(entries, entry => entry.Kind == EntryKind.AgendaChanged);
        Assert.Equal((3, 1, 2), (changed.Decision, changed.Round, changed.Speaker.Via));
        Assert.NotEqual(Role.Resident, changed.Speaker.Role);
        Assert.Equal(3, Assert.Single(entries, entry => entry.Kind == EntryKind.AgendaConsented).Round);
    }

    [Fact]
    public void Behind_matters_that_cannot_wait_either_the_order_is_confirmed()
    {
        // Streets meet every fortnight, the town every four weeks: both deadlines fall before it meets again.
        var (entries, _) = Ran("process.agenda=consent", "agenda.1.deadline=30", "agenda.2.deadline=40");

        Assert.Equal([1, 2, 3], Taken(entries));
        Assert.Equal(3, Assert.Single(entries, entry => entry.Kind == EntryKind.AgendaConfirmed).Decision);
    }

    [Fact]
    public void Nobody_objects_to_an_order_in_which_nothing_is_urgent()
    {
        var (entries, _) = Ran("process.agenda=consent", "agenda.3.urgent=no");

        Assert.Equal([1, 2, 3], Taken(entries));
        Assert.Equal(
            [EntryKind.AgendaConsented],
            entries.Select(entry => entry.Kind).Where(kind => kind is >= EntryKind.AgendaConsented and <= EntryKind.AgendaConfirmed));
    }

    /// <summary>Paint is lost: it was due the day after it was raised. Lamps, due at this meeting, would wait behind it.</summary>
    [Fact]
    public void Who_would_miss_a_deadline_goes_before_one_that_is_missed_anyway()
    {
        string[] crowded = ["cadence.meetingMinutes=45", "agenda.3.urgent=no", "agenda.1.deadline=4"];
        var evening = Ran([.. crowded, "process.agenda=consent"]).Entries.First(entry => entry.Kind == EntryKind.AgendaConsented).Day;
        string[] pressed = [.. crowded, $"agenda.2.deadline={evening + 1}"];
        var (before, after) = (Ran(pressed).Entries, Ran([.. pressed, "process.agenda=consent"]).Entries);

        Assert.Equal([1, 2, 3], Taken(before));
        Assert.True(Settled(before, 2) > evening + 1);
        Assert.Equal([2, 1, 3], Taken(after));
        Assert.True(Settled(after, 2) <= evening + 1);
        var changed = Assert.Single(after, entry => entry.Kind == EntryKind.AgendaChanged);
        Assert.Equal((2, 1, 1), (changed.Decision, changed.Round, changed.Speaker.Via));

        static int Settled(Entry[] entries, int decision) =>
            entries.Single(entry => entry.Kind == EntryKind.Decided && entry.Decision == decision).Day;
    }

    [Fact]
    public void Where_both_deadlines_can_be_kept_or_neither_nobody_gains_by_another_order()
    {
        string[] crowded = ["cadence.meetingMinutes=45", "agenda.3.urgent=no", "process.agenda=consent"];
        var evening = Ran(crowded).Entries.First(entry => entry.Kind == EntryKind.AgendaConsented).Day;

        var (entries, _) = Ran([.. crowded, $"agenda.1.deadline={evening + 1}", $"agenda.2.deadline={evening + 2}"]);

        Assert.Equal([1, 2, 3], Taken(entries));
        Assert.Equal(2, Assert.Single(entries, entry => entry.Kind == EntryKind.AgendaConfirmed).Decision);
        Assert.DoesNotContain(Ran(crowded).Entries, entry => entry.Kind is EntryKind.AgendaChanged or EntryKind.AgendaConfirmed);
    }

    [Fact]
    public void What_builds_on_another_matter_is_parked_before_it_and_adopted_after_it()
    {
        string[] built = ["agenda.1.after=2", "agenda.3.urgent=no"];
        var (fixedOrder, consented) = (Ran(built), Ran([.. built, "process.agenda=consent"]));

        Assert.Equal([2, 3], Taken(fixedOrder.Entries));
        Assert.Equal(1, Assert.Single(fixedOrder.Entries, entry => entry.Kind == EntryKind.BasisUndecided).Decision);
        Assert.Equal(("parked", "adopted"), (fixedOrder.Outcome.Decisions[0].Outcome, consented.Outcome.Decisions[0].Outcome));
        Assert.Equal([2, 1, 3], Taken(consented.Entries));
        Assert.Equal(2, Assert.Single(consented.Entries, entry => entry.Kind == EntryKind.AgendaChanged).Decision);
    }

    /// <summary>With a time-box the order decides what is settled this evening, and the round on it takes its share.</summary>
    [Fact]
    public void With_a_time_box_the_order_decides_what_waits_and_consenting_costs_a_round()
    {
        const string Short = "cadence.meetingMinutes=45";
        var (_, fixedOrder) = Ran(Short);
        var (_, consented) = Ran(Short, "process.agenda=consent");

        Assert.True(consented.Decisions[2].Weeks.Mid < fixedOrder.Decisions[2].Weeks.Mid);
        Assert.True(consented.Decisions[1].Weeks.Mid > fixedOrder.Decisions[1].Weeks.Mid);
        Assert.True(Hours(Ran("process.agenda=consent").Outcome) > Hours(Ran().Outcome));

        static double Hours(RunOutcome outcome) => outcome.Decisions.Sum(decision => decision.PersonHours.Mid);
    }

    private static int[] Taken(Entry[] entries) =>
        [.. entries.Where(entry => entry.Kind == EntryKind.Proposed).Select(entry => entry.Decision)];
}
