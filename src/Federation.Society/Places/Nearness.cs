namespace Federation.Society.Places;

/// <summary>Which place lies nearest, the same on every machine.</summary>
internal static class Nearness
{
    /// <summary>The nearest of some areas; of equally near ones the first by code.</summary>
    public static Area Nearest(Direction at, IReadOnlyList<Area> areas)
    {
        var nearest = areas[0];
        foreach (var area in areas)
        {
            var order = at.SquaredChordTo(area.At).CompareTo(at.SquaredChordTo(nearest.At));
            if (order < 0 || (order == 0 && string.CompareOrdinal(area.Code, nearest.Code) < 0))
                nearest = area;
        }

        return nearest;
    }
}
