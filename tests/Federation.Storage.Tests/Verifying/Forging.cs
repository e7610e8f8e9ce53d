using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Storage.Tests.Verifying;

/// <summary>What somebody who can write the store would do to hide a change.</summary>
internal static class Forging
{
    /// <summary>Other open entries, with the logbook's tree made to fit; pages stay.</summary>
    public static Circle WithOpen(this Circle circle, IEnumerable<Entry> pages, params Entry[] open)
    {
        var tree = MerkleFrontier.Empty;
        foreach (var entry in pages.Concat(open)) tree = tree.Append(MerkleFrontier.Leaf(entry.Encode()));
        return circle with { Logbook = Logbook.Of(tree, circle.Logbook.Pages, [.. open]) };
    }

    /// <summary>The circle with the seal its state gives.</summary>
    public static Circle Resealed(this Circle circle, Digest genesis) =>
        circle with { Seal = Sealing.Of(circle, genesis) };

    /// <summary>Puts a forged circle into the store, and its seal into every circle above it.</summary>
    public static async Task ForgeUpwards(this RecordedRun run, Circle circle)
    {
        var world = run.Exported.World;
        while (true)
        {
            circle = circle.Resealed(world.Genesis);
            await run.Put("circle", circle.Id.Path, circle);
            if (circle.Id.Parent is not { } above) return;
            var child = world.Plan.Find(above).Children.IndexOf(circle.Id);
            var parent = run.Circle(above.Path);
            circle = parent with
            {
                Links = parent.Links.SetItem(child, parent.Links[child] with { Seal = circle.Seal }),
            };
        }
    }
}
