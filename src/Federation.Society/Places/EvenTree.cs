namespace Federation.Society.Places;

/// <summary>The tree over n leaves in a row in which no circle has more than a given number of
/// children, none has one, and siblings differ by at most one leaf.</summary>
/// <remarks>Pure arithmetic: a node is its range of leaves, nothing is stored.</remarks>
internal readonly record struct EvenTree(int ChildrenMax)
{
    /// <summary>How many children the circle over n leaves has; 0 for a leaf.</summary>
    public int Parts(int leaves)
    {
        if (leaves <= 1) return 0;
        long below = 1;
        while (below * ChildrenMax < leaves) below *= ChildrenMax;
        return (int)((leaves + below - 1) / below);
    }

    /// <summary>The first leaf of a child, counted from its parent's first leaf.</summary>
    public static int Start(int leaves, int parts, int child) =>
        (int)((long)child * leaves / parts);

    /// <summary>For every n up to a bound, how many circles there are over n leaves, leaves
    /// included.</summary>
    public int[] CirclesOver(int leavesMax)
    {
        var circles = new int[leavesMax + 1];
        if (leavesMax >= 1) circles[1] = 1;
        for (var leaves = 2; leaves <= leavesMax; leaves++)
        {
            var parts = Parts(leaves);
            var (smaller, larger) = Math.DivRem(leaves, parts);
            circles[leaves] = 1 + (parts - larger) * circles[smaller]
                + (larger == 0 ? 0 : larger * circles[smaller + 1]);
        }

        return circles;
    }
}
