using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Written = Federation.Testing.People;

namespace Federation.Society.Tests.Known;

/// <summary>V45 through the meeting, for every set of captured members.</summary>
public sealed class ConsentRowTests
{
    private static readonly Practice Bare = new()
    {
        TalkRounds = 0, Shaping = 0, Forms = [Form.Amend], Ladder = [Rung.Park],
    };

    private static readonly Practice AsBrought = Bare with { Forms = [] };

    /// <summary>Every set is weighed by its chance. The right to
    /// amend changes neither: it takes all to end at the harmful text, and one to stop everything.</summary>
    [Theory]
    [InlineData(5, .1, 1e-5, .40951)]
    [InlineData(9, .3, 1.968e-5, .959646)]
    public void Consent_is_taken_only_by_all_and_stopped_by_one(int members, double share, double taken, double stopped)
    {
        var (harmful, good) = (new Point(1), new Point(.2));
        var (capture, paralysis) = (0.0, 0.0);
        for (var captured = 0; captured < 1 << members; captured++)
        {
            var chance = 1.0;
            var present = new Voice[members];
            for (var i = 0; i < members; i++)
            {
                var isCaptured = (captured >> i & 1) == 1;
                chance *= isCaptured ? share : 1 - share;
                present[i] = isCaptured ? Captured(i, harmful) : Written.Voice(i, new Point(.15 + (.01 * i)), .2);
            }

            if (ConsentProcess.Hold(Written.Meeting(harmful, present), AsBrought).Consented) capture += chance;
            if (!ConsentProcess.Hold(Written.Meeting(good, present), AsBrought).Consented) paralysis += chance;
            var amended = Held(harmful, present);
            Assert.Equal(captured == (1 << members) - 1, amended.Consented && amended.Text == Fixed.Round(harmful));
            Assert.Equal(captured == 0 || captured == (1 << members) - 1, amended.Consented);
        }

        Assert.Equal(taken, capture, 1e-6);
        Assert.Equal(stopped, paralysis, 1e-6);
    }

    private static Voice Captured(int index, Point target) => Written.Voice(index, target, 0) with
    {
        Conduct = Conduct.Captured, Stated = target,
    };

    private static Minutes Held(Point text, Voice[] present) =>
        ConsentProcess.Hold(Written.Meeting(text, present), Bare);
}
