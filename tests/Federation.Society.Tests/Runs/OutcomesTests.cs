using Federation.Governance.Federating;
using Federation.Society.Runs;
using Federation.Society.Scenarios;

namespace Federation.Society.Tests.Runs;

public sealed class OutcomesTests
{
    /// <summary>V62: a flat assembly of 1,000 against circles of ten, one round of a minute each.</summary>
    [Theory]
    [InlineData(1, 1000, 1_000_000)]
    [InlineData(100, 10, 10_000)]
    [InlineData(111, 10, 11_100)]
    public void Hours_grow_with_the_square_of_those_who_meet(int meetings, int people, int minutes)
    {
        var effort = Effort.None;
        for (var meeting = 0; meeting < meetings; meeting++)
            effort = effort.Plus(Effort.None with { Attending = people, Speaking = (long)people * people });

        var hours = Outcomes.Hours(effort, OnlySpeaking);

        Assert.Equal(minutes, hours.Mid * 60, 1e-6);
        Assert.Equal((minutes / 2.0, minutes * 2.0), (Math.Round(hours.Low * 60, 6), Math.Round(hours.High * 60, 6)));
    }

    [Fact]
    public void Hours_count_reading_speaking_deciding_and_objections()
    {
        // One meeting of 8 with 4 rounds and 3 objections: 8 (5 + 1 + .2) + 64 x 4 x 1.5 + 3 x 8 x 6 minutes.
        var effort = Effort.None with { Attending = 8, Speaking = 256, Hearing = 24 };

        Assert.Equal((49.6 + 384 + 144) / 60, Outcomes.Hours(effort, new MeasureOptions()).Mid, 1e-9);
    }

    private static MeasureOptions OnlySpeaking => new()
    {
        ReadMinutes = 0, ClarifyMinutes = 0, DecideMinutes = 0, SpeakMinutes = 1, ObjectionMinutes = 0,
    };
}
