namespace Federation.Society.Breakers;

/// <summary>What the part of a feeder that can island got while its line was open, in Wh.</summary>
/// <remarks>Nothing is lost: load = direct + drawn + shed, sun = direct + stored + spilled, and what is
/// left in the storage = what it held + stored - drawn. Whole numbers, so the balance is exact.</remarks>
public readonly record struct Microgrid(
    long Load, long Sun, long Direct, long Stored, long Drawn, long Spilled, long Shed, long Held, long Left)
{
    private const int FirstSun = 8, LastSun = 17, HoursADay = 24;

    /// <summary>Hour by hour, beginning at midnight with full storage: sun first, then storage, then
    /// shedding (the order of model.md 1.12, without neighbours and without the grid, which is off).</summary>
    /// <param name="loadPerHour">Wh.</param>
    /// <param name="sunPerHour">Wh from 8 to 18 o'clock.</param>
    /// <param name="storage">Wh it holds when full.</param>
    public static Microgrid Run(long loadPerHour, long sunPerHour, long storage, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(loadPerHour);
        ArgumentOutOfRangeException.ThrowIfNegative(sunPerHour);
        ArgumentOutOfRangeException.ThrowIfNegative(storage);
        var total = new Microgrid { Held = storage, Left = storage };
        for (var hour = 0; hour < hours; hour++)
            total = total.After(loadPerHour, hour % HoursADay is >= FirstSun and <= LastSun ? sunPerHour : 0, storage);
        return total;
    }

    private Microgrid After(long load, long sun, long storage)
    {
        var direct = Math.Min(load, sun);
        var stored = Math.Min(sun - direct, storage - Left);
        var drawn = Math.Min(load - direct, Left + stored);
        return this with
        {
            Load = Load + load,
            Sun = Sun + sun,
            Direct = Direct + direct,
            Stored = Stored + stored,
            Drawn = Drawn + drawn,
            Spilled = Spilled + sun - direct - stored,
            Shed = Shed + load - direct - drawn,
            Left = Left + stored - drawn,
        };
    }
}
