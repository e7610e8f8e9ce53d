using System.Text;

namespace Federation.Society.Cases;

/// <summary>The guide's page about degenerate cases, made from the catalogue.</summary>
/// <remarks>Kept as docs/guide/cases.md.</remarks>
public static class CasesGuide
{
    /// <summary>The page as Markdown.</summary>
    public static string Text()
    {
        var page = new StringBuilder(
            """
            # Degenerate cases

            Nobody foresees every way in which a set of rules goes wrong. This page lists known ones; each has a
            detector that finds it in a finished run. `run` prints what it finds and keeps all of it in `cases.jsonl`;
            `explain` names those that befell its decision. A detector reads what was recorded, entries, agreements,
            links, the register, and the same from every driver. Runs of more than 100,000 circles are not looked
            through, and of one case at most 100 findings are kept.

            A case found is no proof that the rules are bad, and none found no proof that they are good: thresholds are
            this model's own. The shipped scenarios `cohousing`, `endenburg-1976` and `country` show none.

            ## Hunting

            ```
            federation hunt country --seeds 1..3
            ```

            A hunt runs a scenario with every seed, each time as written and under every variation below that the
            scenario takes, on all cores. Of each case the first find counts, seed by seed and in the order below, so
            the same command finds the same. The find is then shrunk: levels, circles and members are left out, matters
            taken off the agenda and settings put back to their defaults, one at a time, as long as the case still
            shows; the seed stays. What is left is written as a scenario file that shows the case when it is run, and
            says in its first lines which, where, and what cures it. It is small, not smallest: no single further step
            would do.

            Each trial and each shrunk case goes into `journal.jsonl` as it is done. Whatever breaks a hunt off, a
            SIGKILL or `--minutes` included, the same command with `--resume --out FOLDER` goes on and finds the same.

            Variations:


            """.ReplaceLineEndings("\n"));
        foreach (var variation in Variation.All) page.Append($"- {Words(variation)}\n");
        page.Append("\n## The catalogue\n\n| | Case | Meaning | Told by | Cure |\n|---|---|---|---|---|\n");
        foreach (var one in DegenerateCases.All)
            page.Append($"| {one.Number} | {one.Name} | {one.Meaning} | {one.Detector} | {Words(one.Cure)} |\n");
        page.Append(
            """

            Every case has a scenario in tests/Federation.Society.Tests/Cases in which it comes about by running, and
            which its cure takes it out of. Two need more than people who differ. 28: nothing loses an agreement by
            itself, since whatever takes a dimension from a circle hands its agreements on it up in the same answer;
            `faults.forgetful` is a secretary who leaves some out. 10: a plan is read as a tree in which a path has one
            parent, and founding goes down every link of it, so that circles never lead round to themselves and none
            is forgotten; that the record shows neither is looked for all the same. What does come about is a circle
            that nobody links to the one above (`selection.refusal`).

            Twenty people as the most a parent works well with: Villines, "What is the optimum size of a circle?",
            sociocracy.info. The other thresholds are assumptions.

            """.ReplaceLineEndings("\n"));
        return page.ToString();
    }

    private static string Words(Variation variation)
    {
        var settings = $"`{string.Join(' ', variation.Settings)}`";
        return variation.Settings.IsEmpty ? variation.Words
            : $"`{variation.Words}`" == settings ? settings : $"{variation.Words}, {settings}";
    }

    private static string Words(Cure cure) => cure.Settings.IsEmpty ? cure.Why
        : $"{string.Join(" ", cure.Settings.Select(setting => $"`{setting}`"))}: {cure.Why}";
}
