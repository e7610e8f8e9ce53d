using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>A decision read like good minutes.</summary>
internal static class MinutesView
{
    /// <summary>More lines than this nobody reads from the first to the last.</summary>
    private const int Readable = 60;

    public static void Write(Page page, ExplainReport decision)
    {
        page.Heading($"Decision {decision.Id}: {decision.Title}");
        DecisionLines.Text(page, decision);
        page.Line(
            $"{Capital(decision.Outcome)} in {decision.Circle}, for {Say.Days(decision.TermDays)}; "
            + $"{DecisionLines.EffectOf(decision)}. "
            + $"{Say.Count(decision.Objections, "objection", "objections")}, "
                + $"{decision.Integrated:#,0} integrated.");
        LadderLines.Write(page, decision);

        Owner(page, decision);
        var (circle, day, round) = ("", -1, -1);
        foreach (var step in decision.Steps)
        {
            if ((step.Circle, step.Day) != (circle, day))
            {
                page.Heading($"Day {step.Day}, {step.Circle} ({step.Level})");
                round = -1;
            }

            if (step.Round != round && step.Round > 0) page.Line($"  Round {step.Round}");
            (circle, day, round) = (step.Circle, step.Day, step.Round);
            page.Line($"  {Minutes.Sentence(step)}");
        }

        Unresolved(page, decision);
        LookLines.Write(page, decision);
        CaseLines.Write(page, decision.Cases);
        StrainLines.Write(page, decision);
        if (decision.TraceAddress.Length > 0) page.Line($"Trace: {decision.TraceAddress}");
        if (decision.Proof is not { } proof) return;
        page.Heading("Proof");
        page.Line(
            $"{proof.Bytes:#,0} bytes, {proof.HashBytes:#,0} of them hashes: one of "
            + $"{Say.Count(proof.Entries, "entry", "entries")} in a logbook, "
            + $"{Say.Count(proof.Circles, "circle", "circles")} up to the root, whose seal is {proof.Seal}.");
        page.Exact($"  federation verify {proof.File} --seal {proof.Seal}");
    }

    /// <summary>Where many circles speak: what the owner of the text was told and made of it, before all
    /// minutes.</summary>
    private static void Owner(Page page, ExplainReport decision)
    {
        if (decision.Steps.Length <= Readable) return;
        page.Heading($"How the text came about in {decision.Circle}");
        foreach (var step in decision.Steps)
            if (step.Circle == decision.Circle)
                page.Line($"  Day {step.Day}: {Minutes.Sentence(step)}");
        page.Line($"What {Say.Count(decision.CirclesAsked, "circle", "circles")} said to it follows, day by day.");
    }

    private static void Unresolved(Page page, ExplainReport decision)
    {
        page.Heading("Who stayed unresolved");
        if (decision.CirclesUnresolved + decision.CirclesDeclined == 0)
        {
            page.Line($"Nobody among {Say.Count(decision.CirclesAsked, "circle", "circles")}.");
            return;
        }

        page.Line($"{Say.Count(decision.CirclesUnresolved, "circle", "circles")} unresolved and "
            + $"{decision.CirclesDeclined:#,0} declined, of {decision.CirclesAsked:#,0} asked.");
        var named = decision.Steps.Where(step => step.Kind is "unresolved" or "declined")
            .Select(step => step.Circle).Distinct().Take(10).ToArray();
        if (named.Length > 0) page.Line($"Among them {string.Join(", ", named)}.");
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(
        word[0]) + word[1..];
}
