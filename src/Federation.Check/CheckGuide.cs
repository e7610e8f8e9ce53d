using System.Globalization;
using System.Text;

namespace Federation.Check;

/// <summary>The guide's page about checking, made from the rows.</summary>
/// <remarks>Kept as docs/guide/check.md.</remarks>
public static class CheckGuide
{
    /// <param name="rows">As taken by default.</param>
    public static string Text(IReadOnlyList<CheckRow> rows)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("## Where each validation is held\n\n| | about | rows of check | also held by | remark |\n"
            + "|---|---|---|---|---|\n");
        foreach (var one in Coverage.All)
            page.Append(CultureInfo.InvariantCulture,
                $"| {one.Id} | {one.About} | {rows.Count(row => row.Id == one.Id)} | {one.Tests} | {one.Remark} |\n");
        page.Append("\n## Not held\n\nSaid by sources, held by no row; `check` ends with the same list.\n\n"
            + "| beside | said | why no row holds it |\n|---|---|---|\n");
        foreach (var one in NotHeld.All)
            page.Append(CultureInfo.InvariantCulture, $"| {one.Id} | {one.Said} | {one.Why} |\n");
        page.Append("\n## Every row\n\nAs taken by default; figures are the same on every machine.\n\n"
            + "| | setting | expected | measured | tolerance | source |\n|---|---|---|---|---|---|\n");
        foreach (var row in rows)
            page.Append(CultureInfo.InvariantCulture,
                $"| {row.Id} | {row.Setting} | {Told(row.Expected)} | {Told(row.Measured)} | {Allowed(row)} "
                + $"| {row.Source} |\n");
        return page.ToString();
    }

    private static string Told(object value) =>
        value is double number ? number.ToString("G6", CultureInfo.InvariantCulture) : (string)value;

    private static string Allowed(CheckRow row) =>
        row.Expected is string ? "" : row.Tolerance == 0 ? "exact"
        : row.Tolerance.ToString("G2", CultureInfo.InvariantCulture);

    private const string Introduction =
        """
        # Checking

        ```sh
        federation check
        federation check --only V15 --json
        ```

        prints what is expected beside what the program computes, with the tolerance and the source, and ends with
        exit code 1 if a row is off. Broken off, it shows the rows it took and names the command for the others. Three
        groups, never mixed:

        - **Known answers** (V1 to V64): theorems, published figures, real elections. They check the mathematics and
          say nothing about societies. Chances that are counted may be four standard errors off, other samples what
          their source says.
        - **Patterns** (P1 to P6): stylised facts the whole model must show, measured on runs of a small town.
          Directions, not figures: attendance falls with the size of a circle; linked circles decide for a fraction
          of an assembly's hours; who sits on the links moves the text little; larger circles object more often;
          consent falls behind a majority as people lie apart.
        - **Reproducibility** (V65): the same scenario and seed end in the same seal, another seed in another; on
          one, two and five silo processes, one of the five killed on the way, nothing is lost or doubled and the
          seal is the reference's. `--no-silos` leaves the processes out.

        By default all of it takes less than two minutes on two cores. `--full` takes samples at the size of the
        published runs or larger: 405 of 405 rows were as expected, in 8 minutes beside other work and with 3.5 minutes
        of processor time (two cores, commit 16c81bd). The tests take the same rows.

        Rows are in `src/Federation.Check/Rows`, the formulas and small models they need in
        `src/Federation.Check/Known`; whatever the product has itself (counting rules, common ground, talk, links,
        power, inequality, hours) is taken from there. The core of deciding by consent is also written a second
        time, from the specification alone, in `tests/Federation.Society.Tests/Independent`, and decides hundreds of
        small federations alike.


        """;
}
