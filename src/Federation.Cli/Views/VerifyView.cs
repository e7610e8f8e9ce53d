using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>What recomputing the logbooks found.</summary>
internal static class VerifyView
{
    public static void Write(Page page, VerifyReport found)
    {
        page.Heading(found.FirstBreak is null
            ? "Every logbook and seal agrees."
            : $"The record breaks in {found.FirstBreak.Circle} at entry {found.FirstBreak.Entry}.");
        page.Facts(
            ("circles", $"{found.Circles:#,0}"), ("entries", $"{found.Entries:#,0}"),
            ("unsealed", $"{found.Unsealed:#,0}"), ("seal", found.Seal));
    }
}
