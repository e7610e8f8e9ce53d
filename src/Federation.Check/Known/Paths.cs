using Federation.Governance.Linking;

namespace Federation.Check.Known;

/// <summary>The chance that a matter gets along a path of links, over every state of every person.</summary>
public static class Paths
{
    public static (double Up, double Down, double Both) Along(LinkKind kind, double survival, int links)
    {
        var people = kind == LinkKind.Single ? 1 : 2;
        var (up, down, both) = (0.0, 0.0, 0.0);
        for (var state = 0; state < 1 << (people * links); state++)
        {
            var (weight, ups, downs) = (1.0, true, true);
            for (var person = 0; person < people * links; person++) weight *= Carries(person) ? survival : 1 - survival;
            for (var link = 0; link < links; link++)
            {
                var open = Crossing.Open(
                    kind, Carries(link * people) ? 1 : 0, people == 2 && Carries((link * people) + 1));
                (ups, downs) = (ups && open.Up, downs && open.Down);
            }

            (up, down, both) = (up + (ups ? weight : 0), down + (downs ? weight : 0),
                both + (ups && downs ? weight : 0));

            bool Carries(int person) => (state >> person & 1) == 1;
        }

        return (up, down, both);
    }

    /// <summary>The mean squared error of the mean of k delegates drawn by lot, over all choices of k.</summary>
    public static double SampleError(double[] stands, int delegates)
    {
        var (mean, sum, choices) = (stands.Average(), 0.0, 0);
        for (var chosen = 0; chosen < 1 << stands.Length; chosen++)
        {
            double[] picked = [.. stands.Where((_, at) => (chosen >> at & 1) == 1)];
            if (picked.Length != delegates) continue;
            sum += (picked.Average() - mean) * (picked.Average() - mean);
            choices++;
        }

        return sum / choices;
    }
}
