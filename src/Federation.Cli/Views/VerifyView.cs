using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>What recomputing the logbooks found.</summary>
internal static class VerifyView
{
    public static void Write(Page page, ProofReport proof)
    {
        page.Heading($"Proved: {proof.Circle} entered it as entry {proof.Entry} of its logbook.");
        page.Line($"Decision {proof.Decision}, {proof.Says}.");
        page.Line(proof.Compared ? "The proof leads to the seal you gave."
            : "The proof is worth what its seal is: compare it with the one that was published, or give "
                + "that as --seal.");
        page.Facts(("seal", proof.Seal), ("genesis", proof.Genesis),
            ("bytes", $"{proof.Bytes:#,0}, {proof.HashBytes:#,0} of them hashes"));
    }

    public static void Write(Page page, VerifyReport found)
    {
        page.Heading(found.FirstBreak is not { } broken
                ? found.Sealed ? "Every logbook and seal agrees." : "Nothing is sealed yet: the run has not ended."
            : broken.Entry < 0 ? $"The record breaks in {broken.Circle}."
            : $"The record breaks in {broken.Circle} at entry {broken.Entry}.");
        if (found.FirstBreak is { } told) page.Line($"There, {told.Why.TrimEnd('.')}.");
        else if (!found.Sealed)
            page.Line("What is stored agrees with itself; no exported seal vouches for it.");
        if (found is { FirstBreak: null, Compared: true }) page.Line("Its seal is the one you gave.");
        if (found.How == "replayed")
            page.Line("The run stored nothing, so its scenario was run again and the seals compared.");
        if (found is { FirstBreak: null, AnswersCompared: false })
            page.Line("Of so large a run old answers kept by its register were not compared; --deep does.");
        page.Facts(
            ("circles", $"{found.Circles:#,0}"), ("entries", $"{found.Entries:#,0}"),
            ("unsealed", $"{found.Unsealed:#,0}"), ("seal", found.Seal));
    }
}
