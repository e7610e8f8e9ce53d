namespace Federation.Check;

/// <summary>What sources say beside a row, and no row holds: told with every check, so that nobody takes it for
/// shown.</summary>
/// <param name="Id">The row it stands beside; a pattern that has no row has none.</param>
/// <param name="Said">The figure or fact as its source has it.</param>
/// <param name="Why">Why no row holds it, and what would.</param>
public sealed record NotHeld(string Id, string Said, string Why)
{
    public static IReadOnlyList<NotHeld> All { get; } =
    [
        new("V36", "bifurcations of pair talk at exactly 1.871, 2.724, 4.079 and 4.956",
            "these are of a rate equation of endlessly many people, where groups of any small share count; a thousand "
            + "people show how many groups of a twentieth there are between them, which the rows hold. To hold the "
            + "figures one would solve that equation; the source's tolerance is qualitative"),
        new("V57", "the web collapses when .067 of its pages are attacked, the best linked first",
            "a measurement of one map of 325,729 pages, which is not part of this program; a drawn network of the same "
            + "degrees lacks its groups and collapses elsewhere. The row holds the order, which is what the source "
            + "concludes; its figures .28, .18 and .03 are recalled and of three different measures of collapse"),
        new("",
            "norms told downwards keep members in their groups and bring these nearer to their members, more so the "
            + "more is decided (Barbet and others 2020)",
            "nobody leaves a circle for its norms in this model, nor is a text ever kept from those it binds, so "
            + "nothing here could show it or fail to; it would take a decision to leave, whose size the source does "
            + "not give. How near texts are to people is measured (`representativeness`)"),
    ];
}
