using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Decisions;

public class BestResponseTests
{
    private static readonly Dice Dice = new(9, 0);

    private static Practice Bare(Integration integration) => new()
    {
        TalkRounds = 0, Shaping = 0, Forms = [Form.Amend], Ladder = [Rung.Park], Integration = integration,
    };

    /// <summary>Whatever stand and tolerance a person might state instead, searched over a grid, none brings the
    /// outcome nearer to what they want than the best response does; and honesty often brings it less near.</summary>
    [Theory]
    [InlineData(Integration.Nearest)]
    [InlineData(Integration.One)]
    public void No_statement_does_better_than_the_best_response(Integration integration)
    {
        var (practice, gains) = (Bare(integration), 0);
        for (var seed = 0; seed < 25; seed++)
        {
            var others = Enumerable.Range(1, 4).Select(i => People.Voice(
                i, new Point(Draw(seed, i, 0), Draw(seed, i, 1)), .25 + (.3 * Draw(seed, i, 2)))).ToArray();
            var (wanted, text) = (new Point(Draw(seed, 0, 0), Draw(seed, 0, 1)), new Point(.8, .7));
            var honest = People.Voice(0, wanted, .35);

            var best = Distance(honest with { Conduct = Conduct.Manipulates });
            if (best < Distance(honest) - 1e-6) gains++;
            for (var x = 0; x <= 8; x++)
                for (var y = 0; y <= 8; y++)
                    for (var radius = 0.0; radius <= .6; radius += .15)
                        Assert.True(
                            best <= Distance(People.Voice(0, new Point(x / 8.0, y / 8.0), radius)) + 1e-5,
                            $"seed {seed}: ({x}/8, {y}/8) with {radius} beats it");

            double Distance(Voice stated) => Outcome(text, [stated, .. others], practice).DistanceTo(Fixed.Round(wanted));
        }

        Assert.True(gains > 8, $"{gains} of 25 gain");
    }

    /// <summary>Where a gate may dismiss objections the best of a fixed fan of statements is made: never worse
    /// than the truth, and sometimes better.</summary>
    [Theory]
    [InlineData(Gate.Scm)]
    [InlineData(Gate.S3)]
    [InlineData(Gate.Holacracy)]
    public void Under_every_gate_manipulating_never_does_worse_than_honesty(Gate gate)
    {
        var (practice, gains) = (Bare(Integration.Nearest) with { Gate = gate }, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var others = Enumerable.Range(1, 4).Select(i => People.Voice(
                i, new Point(Draw(seed, i, 0), Draw(seed, i, 1)), .25 + (.3 * Draw(seed, i, 2)))).ToArray();
            var (wanted, text) = (new Point(Draw(seed, 0, 0), Draw(seed, 0, 1)), new Point(.8, .7));
            var honest = People.Voice(0, wanted, .35);
            var (truth, best) = (Distance(honest), Distance(honest with { Conduct = Conduct.Manipulates }));

            Assert.True(best <= truth + 1e-6, $"seed {seed}: {best} is worse than {truth}");
            if (best < truth - 1e-6) gains++;

            double Distance(Voice stated) => Outcome(text, [stated, .. others], practice).DistanceTo(Fixed.Round(wanted));
        }

        Assert.True(gains > 4, $"{gains} of 40 gain");
    }

    /// <summary>Where nothing is decided the status quo holds.</summary>
    private static Point Outcome(Point text, Voice[] present, Practice practice)
    {
        var minutes = ConsentProcess.Hold(People.Meeting(text, present), practice);
        return minutes.Consented ? minutes.Text : new Point(.5, .5);
    }

    private static double Draw(int seed, int member, uint draw) =>
        .2 + (.6 * Dice.Uniform((ulong)seed, 0, 0, (uint)member, Purpose.Preference, draw));
}
