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

    public static TheoryData<Gate, Integration, Ground> Ways
    {
        get
        {
            var ways = new TheoryData<Gate, Integration, Ground>();
            foreach (var gate in Enum.GetValues<Gate>())
                foreach (var integration in Enum.GetValues<Integration>())
                    foreach (var ground in Enum.GetValues<Ground>()) ways.Add(gate, integration, ground);
            return ways;
        }
    }

    /// <summary>Random meetings with talk, every form and the whole ladder: the manipulator does at least as well as
    /// the truth and as each statement of the fixed fan, and gains somewhere under every gate.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public void A_manipulator_does_at_least_as_well_as_the_truth_and_as_a_fixed_fan(Gate gate, Integration integration, Ground ground)
    {
        var practice = new Practice
        {
            Gate = gate, Integration = integration, Ground = ground, TalkRounds = 1, Shaping = .2,
            Ladder = [Rung.SmallerStep, Rung.Split, Rung.Park],
        };
        var gains = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var text = new Point(.85, .75);
            var (wanted, believed) = (Place(seed, 0, 0), Place(seed, 0, 4));
            Voice[] others = [.. Enumerable.Range(1, 5).Select(i => People.Voice(
                i, Place(seed, i, 0), .1 + (.3 * Draw(seed, i, 2)), Draw(seed, i, 3), Place(seed, i, 4)))];
            var honest = People.Voice(0, wanted, .3, 1, believed);
            var meeting = People.Meeting(text, [honest, .. others]) with
            {
                Lots = [.. Enumerable.Range(0, 6).Select(i => Draw(seed, i, 6))],
            };
            var wants = Wants(meeting, practice);
            var (truth, best) = (Loss(honest), Loss(honest with { Conduct = Conduct.Manipulates }));

            Assert.True(best <= truth + 1e-9, $"seed {seed}: {best} is worse than the truth, {truth}");
            for (var step = -4; step <= 4; step++)
                foreach (var radius in new[] { 1e-6, .15 })
                {
                    var claim = new Acceptance(Fixed.Round(wants.Centre + ((wants.Text - wants.Centre) * (step / 4.0))), Fixed.Round(radius));
                    Assert.True(best <= Claimed(claim) + 1e-9, $"seed {seed}, step {step}: {best} is worse than {Claimed(claim)}");
                }

            if (best < truth - 1e-6) gains++;

            double Loss(Voice stated) => Off(meeting with { Present = [stated, .. others] });

            double Claimed(Acceptance claim) => Off(meeting with
            {
                Claim = new Claim(0, claim, [.. meeting.Present.Select(voice => voice.Snapshot.Preference)]),
            });

            double Off(Meeting held)
            {
                var minutes = ConsentProcess.Hold(held, practice);
                return (minutes.Consented ? minutes.Text : new Point(.5, .5)).DistanceTo(wants.Centre);
            }
        }

        Assert.True(gains > 0, $"{gains} of 12 gain");
    }

    /// <summary>Where objections are integrated one at a time, or a gate judges them, the search goes beyond the truth, the
    /// fan and the points that are exact elsewhere.</summary>
    [Fact]
    public void Searching_on_from_the_fixed_statements_gains_where_the_outcome_is_not_simple()
    {
        var gains = 0;
        foreach (var gate in new[] { Gate.Scm, Gate.Holacracy })
            for (var seed = 0; seed < 30; seed++)
            {
                var practice = new Practice
                {
                    Gate = gate, Integration = Integration.One, TalkRounds = 0, Shaping = 0, Forms = [Form.Amend], Terms = [1], Ladder = [Rung.Park],
                };
                Voice[] all = [.. Enumerable.Range(0, 6).Select(i => People.Voice(
                    i, Place(seed, i, 0), .1 + (.3 * Draw(seed, i, 2)), Draw(seed, i, 3), Place(seed, i, 4)))];
                var meeting = People.Meeting(new(.85, .75), all);
                var table = new Table(meeting, practice);
                var wanted = table.RangeOn(practice.Ground, 0);
                var best = Off(meeting with { Present = [all[0] with { Conduct = Conduct.Manipulates }, .. all[1..]] });
                var others = Enumerable.Range(1, 5).Select(i => table.RangeOn(practice.Ground, i)).ToArray();
                var exact = CommonGround.Nearest(wanted.Centre, others, Bounds.Unit(2)).Point;
                var fixedBest = new[] { exact, new Point(.5, .5) }
                    .Select(point => wanted with { Centre = Fixed.Round(point), Radius = Fixed.Round(1e-6) })
                    .Concat(Enumerable.Range(-4, 9).SelectMany(step => new[] { 1e-6, wanted.Radius / 2 }.Select(radius => wanted with
                    {
                        Centre = Fixed.Round(wanted.Centre + ((table.Text - wanted.Centre) * (step / 4.0))), Radius = Fixed.Round(radius),
                    }))).Append(wanted)
                    .Min(claim => Off(meeting with { Claim = new Claim(0, claim, [.. all.Select(voice => voice.Snapshot.Preference)]) }));

                Assert.True(best <= fixedBest + 1e-9, $"seed {seed}: {best} is worse than {fixedBest}");
                if (best < fixedBest - 1e-4) gains++;

                double Off(Meeting held)
                {
                    var minutes = ConsentProcess.Hold(held, practice);
                    return (minutes.Consented ? minutes.Text : new Point(.5, .5)).DistanceTo(wanted.Centre);
                }
            }

        Assert.True(gains > 0, "the search never gains");
    }

    /// <summary>What the first member wants, and the text on the table, when stands are taken.</summary>
    private static (Point Centre, Point Text) Wants(Meeting meeting, Practice practice)
    {
        var table = new Table(meeting, practice);
        table.TalkOnce();
        table.Shape();
        return (table.RangeOn(practice.Ground, 0).Centre, table.Text);
    }

    private static Point Place(int seed, int member, uint draw) => new(Draw(seed, member, draw), Draw(seed, member, draw + 1));

    /// <summary>Where nothing is decided the status quo holds.</summary>
    private static Point Outcome(Point text, Voice[] present, Practice practice)
    {
        var minutes = ConsentProcess.Hold(People.Meeting(text, present), practice);
        return minutes.Consented ? minutes.Text : new Point(.5, .5);
    }

    private static double Draw(int seed, int member, uint draw) =>
        .2 + (.6 * Dice.Uniform((ulong)seed, 0, 0, (uint)member, Purpose.Preference, draw));
}
