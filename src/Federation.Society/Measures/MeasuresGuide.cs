using System.Text;

namespace Federation.Society.Measures;

/// <summary>The guide's page about measures, made from their table.</summary>
/// <remarks>Kept as docs/guide/measures.md.</remarks>
public static class MeasuresGuide
{
    /// <summary>The page as Markdown.</summary>
    public static string Text()
    {
        var page = new StringBuilder(
            """
            # Measures

            What `compare` and `sweep` measure of every run; definitions with formulas: [model](model.md). Of
            several matters the mean is taken. The first is the primary outcome: no rule can see what circles need,
            so none goes for it. A rule named in the last column does well on a measure by construction, which then
            says little for it; with `people.ground: belief` that holds for harm too. People count as they were
            first drawn, so that no rule improves its figures by talking them round; `outsideTolerance` and
            `votedDown` alone ask them as they are afterwards. Harm, `outsideTolerance` and what else follows from a
            matter's own course, down to `decidedAt`, are read when its last circle answered; from `meanUtility` on
            people get what holds where they live at the end of the run.

            Utility is 1 less the distance from a person's stand over the largest distance there is, linear or,
            where said, quadratic. The middle of all people is sought among 20,000 of them at most, evenly taken;
            everything else asks everybody; challengers are 32 texts drawn evenly; Gini's coefficient takes
            utilities that differ by less than 1/4096 for equal.

            *Alternatives* are the same under every rule, those without a ballot too: what held, the text as
            brought, and the ideals of `rules.alternatives` less two people, drawn by lot from all whom the matter
            affects, as they were first drawn and as they would write them (`rules.writingNoise`). A circle may
            change a text before it is put, and consent always may, so what is decided need not be one of them: it
            counts as the one it is nearest to. Hence `socialUtilityEfficiency` is at most 1 and gives no credit for
            a better text than all alternatives; `meanUtility`, `metricDistortion` and `priceOfConsent` do. Weber's
            and Merrill's figures are of ballots on alternatives alone and compare with `rules.shaped=no`,
            `rules.amendable=no`, `rules.latitude=no`.

            `hadASay` and `tookPart` are counted alike for every rule, of the decision itself and not of how circles
            below carry it out. *Could take part*: all members of the circle that decided, and all for whom an
            unbroken chain of delegates could speak there (consent, `rules.nested=yes`, and whatever its own members
            decide); everybody who had a ballot (also one for a chamber, or entrusted to somebody); of a panel, of
            people who bargain, of a decree and its reports those who were drawn; nobody under the null models.
            *Took part*: those of them who came, were drawn or sat in the room; who was spoken for by a delegate did
            not.

            | measure | unit | better | what it is | source | at least | at most | gone for by |
            |---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var one in RunMeasures.All)
            page.Append(
                $"| `{one.Name}` | {one.Unit} | {one.Better.ToString().ToLowerInvariant()} | {one.Meaning} "
                + $"| {one.Source} | {Bound(one.Low)} | {Bound(one.High)} | {Marks(one.Name)} |\n");
        page.Append(
            """

            Power is counted where seats are few enough, up to 200 where they weigh alike; with more there is no figure,
            nor for disproportionality under a decree or a panel: nobody speaks for a district there.

            Not of a run but of what is put into them, as functions with known answers: the largest share and
            concentration of weights, Loosemore and Hanby's disproportionality, the effective number of groups.

            """.ReplaceLineEndings("\n"));
        return page.ToString();
    }

    private static string Marks(string measure) => string.Join(", ", ByConstruction.All
        .Where(mark => mark.Measure == measure)
        .Select(mark => mark.Condition.Length == 0 ? mark.Rule : $"{mark.Rule} ({mark.Condition})"));

    private static string Bound(double value) => double.IsFinite(value) ? $"{value}" : "";
}
