using Federation.Governance.Chance;
using Federation.Governance.Elections;
using Federation.Governance.Linking;
using Federation.Governance.Members;

namespace Federation.Governance.Tests.Linking;

/// <summary>What is known exactly of links and of samples, held against the code that decides.</summary>
public class LinkLawTests
{
    /// <summary>V52: along a path of L links s^L with one person each, (1-(1-s)^2)^L with two.</summary>
    [Theory]
    [InlineData(.9, new[] { .9, .81, .729, .6561, .59049, .531441 }, new[] { .99, .9801, .970299, .960596, .95099, .94148 })]
    [InlineData(.7, new[] { .7, .49, .343, .2401 }, new[] { .91, .8281, .753571, .68575 })]
    public void A_matter_gets_along_a_path(double survival, double[] alone, double[] two)
    {
        for (var links = 1; links <= alone.Length; links++)
        {
            Assert.Equal(alone[links - 1], Along(LinkKind.Single, survival, links).Up, 1e-6);
            Assert.Equal(two[links - 1], Along(LinkKind.Double, survival, links).Both, 1e-6);
        }
    }

    /// <summary>V54: where each carries one way only.</summary>
    [Fact]
    public void A_directional_link_carries_both_ways_only_with_both_people()
    {
        var (up, down, both) = Along(LinkKind.Directional, .9, 1);

        Assert.Equal((.9, .9, .81), (Math.Round(up, 12), Math.Round(down, 12), Math.Round(both, 12)));
    }

    [Fact]
    public void More_delegates_carry_more_surely_and_an_empty_seat_carries_nothing()
    {
        Assert.Equal((true, true), Crossing.Open(LinkKind.Double, 1, false));
        Assert.Equal((true, false), Crossing.Open(LinkKind.Directional, 3, false));
        Assert.Equal((false, false), Crossing.Open(LinkKind.Double, 0, false));
    }

    /// <summary>V59, and (tr S / k) (N-k)/(N-1) in general: delegates by lot are a sample.</summary>
    [Theory]
    [InlineData(1, 6.8)]
    [InlineData(2, 2.55)]
    [InlineData(3, 1.133333333)]
    public void The_mean_of_delegates_drawn_by_lot_errs_as_a_sample_does(int delegates, double expected)
    {
        double[] stands = [0, 1, 2, 5, 7];
        var (sum, squares, runs) = (0.0, 0.0, 40_000);
        for (var run = 0; run < runs; run++)
        {
            var dice = new Dice((ulong)run, 0);
            var gathering = new Gathering(
                [.. stands.Select((_, i) => new PersonId(1, i))], [.. stands.Select((_, i) => new PersonId(1, i))],
                new double[5, 5], _ => 0, 0, person => dice.Words(1, 0, 0, (uint)person.Index, Purpose.Tie).A);
            var mean = 0.0;
            for (var seat = 0; seat < delegates; seat++)
            {
                var chosen = Selection.Choose(gathering, SelectionVariant.Lot).Person!.Value;
                mean += stands[chosen.Index] / delegates;
                gathering = gathering.Without(person => person == chosen);
            }

            sum += (mean - 3) * (mean - 3);
            squares += Math.Pow(mean - 3, 4);
        }

        var (average, n) = (sum / runs, stands.Length);
        Assert.Equal(expected, 6.8 / delegates * (n - delegates) / (n - 1), 1e-6);
        Assert.InRange(average, expected - Errors(), expected + Errors());

        double Errors() => 4 * Math.Sqrt(((squares / runs) - (average * average)) / runs);
    }

    /// <summary>Every state of every person of every link, with its probability.</summary>
    private static (double Up, double Down, double Both) Along(LinkKind kind, double survival, int links)
    {
        var people = kind == LinkKind.Single ? 1 : 2;
        var (up, down, both) = (0.0, 0.0, 0.0);
        for (var state = 0; state < 1 << (people * links); state++)
        {
            var (weight, ups, downs) = (1.0, true, true);
            for (var person = 0; person < people * links; person++)
                weight *= Carries(person) ? survival : 1 - survival;
            for (var link = 0; link < links; link++)
            {
                var open = Crossing.Open(
                    kind, Carries(link * people) ? 1 : 0, people == 2 && Carries((link * people) + 1));
                (ups, downs) = (ups && open.Up, downs && open.Down);
            }

            up += ups ? weight : 0;
            down += downs ? weight : 0;
            both += ups && downs ? weight : 0;

            bool Carries(int person) => (state >> person & 1) == 1;
        }

        return (up, down, both);
    }
}
