using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Independent;

/// <summary>Two programs that share no code come to the same texts in many small random federations.</summary>
public sealed class AgreementTests
{
    private const string Federation =
        """
        name: random
        federation: { kind: tree, fanOuts: [2, 3], levels: [town, quarter, street], members: 5 }
        space: { dimensions: [{ name: speed, unit: km/h, low: 0, high: 1 }, { name: quiet, unit: h, low: 0, high: 1 }] }
        statusQuo: { speed: 0.9, quiet: 0.1 }
        people: { attendance: 1 }
        agenda: [{ title: Slower, circle: town/c2/c3, affects: town/c2/c3, position: { speed: 0.1, quiet: 0.9 } }]
        """;

    private static readonly string[][] Settings =
    [
        [], ["process.integration=one"], ["people.toleranceShape=box"], ["people.toleranceShape=box", "process.integration=one"],
        ["process.shaping=0"], ["process.talkRounds=1", "people.commonValue=0.2"],
    ];

    /// <summary>A circle of a federation decides its own matter: consented or not, which text, for how long.</summary>
    [Theory]
    [InlineData(.05, .25, 4)]
    [InlineData(.15, .25, 6)]
    [InlineData(.25, .35, 7)]
    [InlineData(.3, .2, 9)]
    public void Circles_decide_alike(double spread, double tolerance, int members)
    {
        var (decided, agreed, changed) = (0, 0, 0);
        foreach (var settings in Settings)
            for (var seed = 1; seed <= 25; seed++)
            {
                var world = World(seed, spread, tolerance, members, settings);
                var leaf = new CircleId("town/c2/c3");
                var own = OwnConsent.Hold(Residents(world, leaf), [.1, .9], Rules(world.Practice));
                if (own is null) continue;
                var theirs = Outcomes.Of(world, new Reference(world).Run()).Decisions[0];
                var where = $"seed {seed}, {string.Join(' ', settings)}";

                var consented = theirs.Circle == leaf.Path && theirs.Rung is ("" or "shorter term" or "measured");
                Assert.True(own.Consented == (theirs.Outcome == "adopted" && consented),
                    $"{where}: {own.Consented} against {theirs.Outcome} in {theirs.Circle} {theirs.Rung}");
                decided++;
                if (!own.Consented) continue;
                agreed++;
                Assert.True(new Point(own.Text).DistanceTo(theirs.Decided) < 1e-6,
                    $"{where}: {new Point(own.Text)} against {theirs.Decided}");
                changed += own.Objections > 0 ? 1 : 0;
                Assert.Equal((int)(own.Term * world.Scenario.Agenda[0].TermDays), theirs.TermDays);
            }

        Assert.InRange(decided, 140, 150);
        Assert.InRange(agreed, 20, 150);
        Assert.True(changed > 0);
    }

    /// <summary>What the town decided is carried out in its streets, within the latitude, alike.</summary>
    [Theory]
    [InlineData(.1, .2)]
    [InlineData(.2, .3)]
    public void Streets_carry_out_alike(double spread, double tolerance)
    {
        var (carried, adapted) = (0, 0);
        for (var seed = 1; seed <= 30; seed++)
        {
            var world = World(seed, spread, tolerance, 5, ["agenda.1.affects=town", "process.reviewsMax=0"]);
            var run = new Reference(world);
            run.Run();
            foreach (var circle in run.Circles.Values.Where(circle => world.Of(circle.Id).IsLeaf && circle.Id.Path != "town/c2/c3"))
            {
                var agreement = circle.Agreements.SingleOrDefault(one => one.Decision == 1);
                if (agreement is not { Version: 1, Resolved: true }) continue;
                var above = run.Circles[circle.Id.Parent!.Value].Agreements.Single(one => one.Decision == 1).CarriedOut;
                var own = OwnConsent.Hold(
                    Residents(world, circle.Id), [above[0], above[1]], Rules(world.Practice),
                    ([agreement.Text[0], agreement.Text[1]], agreement.Latitude));
                if (own is not { Consented: true, Term: 1 } || agreement.TermShare < 1) continue;
                carried++;
                adapted += agreement.IsAdapted ? 1 : 0;
                Assert.True(new Point(own.Text).DistanceTo(agreement.CarriedOut) < 1e-6,
                    $"seed {seed}, {circle.Id}: {new Point(own.Text)} against {agreement.CarriedOut}");
            }
        }

        Assert.True(carried > 60 && adapted > 10, $"{carried}, {adapted}");
    }

    private static World World(int seed, double spread, double tolerance, int members, string[] settings) => Worlds.Open(
        ScenarioReader.Parse(Federation, "random.yaml",
        [
            $"seed={seed}", $"people.spread={spread}", $"people.toleranceLow={tolerance / 2}", $"people.toleranceHigh={tolerance}",
            $"federation.members={members}", .. settings,
        ]));

    private static Someone[] Residents(World world, CircleId leaf) =>
        [.. Voices.All(new Circle { Id = leaf }, world.Of(leaf), 1).Select(voice => new Someone(
            [voice.Snapshot.Preference[0], voice.Snapshot.Preference[1]], [voice.Belief[0], voice.Belief[1]],
            voice.Snapshot.Tolerance, voice.Snapshot.Conviction, voice.Snapshot.Skill))];

    private static House Rules(Practice practice) => new(
        practice.CommonValue, practice.Shaping, practice.Tuners, practice.TalkRounds, practice.AmendmentsMax, [.. practice.Terms],
        practice.TermWidens, practice.MeasureWidens, practice.Integration == Integration.One, practice.BoxRanges);
}
