using Federation.Check.Known;
using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using static Federation.Check.Rows.PowerRows;

namespace Federation.Check.Rows;

/// <summary>V44, V45, V61: what consent must do, by theorem, and through the meeting circles hold.</summary>
internal static class ConsentRows
{
    private const string Ranges = "range of uniforms";
    private const string Binomial = "binomial";

    private static readonly Dice Dice = new(44, 0);

    private static readonly Practice Bare = new()
    {
        TalkRounds = 0, Shaping = 0, Forms = [Form.Amend], Ladder = [Rung.Park],
    };

    /// <summary>The text may not be changed, as in the law of k of n.</summary>
    private static readonly Practice AsBrought = Bare with { Forms = [] };

    public static IEnumerable<Row> All => [.. Meeting(), .. Taking(), .. Objecting(), .. Offering()];

    private static IEnumerable<Row> Meeting()
    {
        foreach (var (members, radius, expected) in ((int, double, double)[])
            [(3, .1, .104), (5, .2, .08704), (10, .3, .046357), (10, .4, .375810), (12, .35, .085025)])
        {
            yield return Row.Number("V44", Line($"{members} ideals, radius {radius}: common ground"), expected, 1e-6,
                Ranges,
                () => Coalitions.CommonGround(members, radius));
            yield return Row.Chance("V44", Line($"{members} ideals, radius {radius}: meetings that consent"), expected,
                0, Ranges,
                3_000, 40_000, runs => Share(runs, run => Held(Bare, .5, members, i => Voice(
                    i, new Point(Dice.Uniform((ulong)run, 0, 0, (uint)i, Purpose.Preference)), radius)).Consented));
        }
    }

    private static IEnumerable<Row> Taking()
    {
        foreach (var (rule, n, k, f, taken, stopped) in ((string, int, int, double, double, double)[])
        [
            ("majority", 5, 3, .1, .00856, .00856), ("consent", 5, 5, .1, 1e-5, .40951),
            ("majority", 9, 5, .3, .098809, .098809), ("consent", 9, 9, .3, 1.968e-5, .959646),
        ])
        {
            yield return Row.Number("V45", Line($"{n} members, {f} captured, {rule}: imposes"), taken, 1e-6, Binomial,
                () => Coalitions.Capture(n, k, f));
            yield return Row.Number("V45", Line($"{n} members, {f} captured, {rule}: blocks"), stopped, 1e-6, Binomial,
                () => Coalitions.Paralysis(n, k, f));
        }

        foreach (var (n, f, stopped) in ((int, double, double)[])[(5, .1, .40951), (9, .3, .959646)])
            yield return Row.Number("V45", Line($"{n} members, {f} captured, through the meeting: blocks"), stopped,
                1e-6, Binomial, () => Blocked(n, f));
    }

    private static IEnumerable<Row> Objecting()
    {
        foreach (var (n, p) in ((int, double)[])[(5, .05), (8, .05), (12, .05), (20, .05), (40, .05), (20, .02)])
            yield return Row.Chance("V45", Line($"{n} members, each objects with {p}: meetings with an objection"),
                Coalitions.SomebodyObjects(n, p), 0, "1 - (1 - p)^n", 2_000, 20_000,
                runs => Share(runs, run => Held(Bare, .5, n, i => Voice(i, new Point(
                    Dice.Uniform((ulong)run, 1, 0, (uint)i, Purpose.Preference) < p ? .9 : .4), .3)).Objections > 0));
    }

    private static IEnumerable<Row> Offering()
    {
        foreach (var (n, offers, ideals, majority, unanimity) in ((int, int, bool, double, double)[])
            [(5, 10, false, .848, .663), (9, 10, false, .929, .698), (5, 3, true, .998, .911)])
        {
            var setting = Line($"{n} members, {offers} {(ideals ? "ideals" : "random texts")} offered");
            const string source = "Dougherty and Edward 2005, direction; figures computed";
            yield return Row.Sample("V61", setting + ": majority ends in the range", majority, .01, source, 40_000,
                200_000,
                runs => Offers.EndsWithin(Dice, n, offers, (n / 2) + 1, ideals, runs));
            yield return Row.Sample("V61", setting + ": unanimity ends in the range", unanimity, .01, source, 40_000,
                200_000,
                runs => Offers.EndsWithin(Dice, n, offers, n, ideals, runs));
        }
    }

    /// <summary>Every set of captured members, weighed by its chance, against a text all others can live
    /// with.</summary>
    private static double Blocked(int members, double share)
    {
        var blocked = 0.0;
        for (var captured = 0; captured < 1 << members; captured++)
        {
            var set = captured;
            var chance = Enumerable.Range(0, members).Aggregate(1.0, (all, i) =>
                all * ((set >> i & 1) == 1 ? share : 1 - share));
            var minutes = Held(AsBrought, .2, members, i => (set >> i & 1) == 0
                ? Voice(i, new Point(.15 + (.01 * i)), .2)
                : Voice(i, new Point(1), 0) with { Conduct = Conduct.Captured, Stated = new Point(1) });
            if (!minutes.Consented) blocked += chance;
        }

        return blocked;
    }

    private static Minutes Held(Practice practice, double text, int members, Func<int, Voice> voice) =>
        ConsentProcess.Hold(
            new Meeting(
                [.. Enumerable.Range(0, members).Select(voice)], new Facets([0], new Point(.5)),
                Fixed.Round(new Point(text)), Bounds.Unit(1), null, 1, true),
            practice);

    private static Voice Voice(int index, Point stand, double tolerance) => new(
        Role.Resident, -1,
        new Snapshot(new PersonId(1, index), Fixed.Round(stand), Fixed.Round(tolerance), 1, .5), Fixed.Round(stand),
            null);

    private static double Share(int runs, Func<int, bool> so) => (double)Enumerable.Range(0, runs).Count(so) / runs;
}
