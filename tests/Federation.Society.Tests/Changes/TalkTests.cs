namespace Federation.Society.Tests.Changes;

/// <summary>Every way of talking has a town in which it changes the outcome, other things equal.</summary>
public sealed class TalkTests
{
    private static readonly StrainedTown Rounds = new();

    [Fact]
    public void In_pairs_people_hear_less_and_spend_less()
    {
        var pairs = new StrainedTown("process.talk=pairs");

        Assert.NotEqual(Rounds[0].Decided, pairs[0].Decided);
        Assert.True(pairs[0].PersonHours.Mid < .8 * Rounds[0].PersonHours.Mid);
        Assert.NotEqual(pairs[0].Decided, new StrainedTown("process.talk=pairs", "process.confidence=0.02")[0].Decided);
    }

    [Fact]
    public void Without_talk_the_text_is_another_and_costs_less()
    {
        var silent = new StrainedTown("process.talk=none");

        Assert.NotEqual(Rounds[0].Decided, silent[0].Decided);
        Assert.True(silent[0].PersonHours.Mid < .6 * Rounds[0].PersonHours.Mid);
        Assert.Equal(silent[0].Decided, new StrainedTown("process.talkRounds=0")[0].Decided);
    }

    [Theory]
    [InlineData("process.listening=skill")]
    [InlineData("process.confidence=0.1")]
    public void Whom_people_listen_to_moves_the_text(string setting)
    {
        string[] same = ["people.spread=0.2", "process.keeps=1"];
        Assert.NotEqual(new StrainedTown(same)[0].Decided, new StrainedTown([setting, .. same])[0].Decided);
    }
}
