using Federation.Governance.Logbooks;

namespace Federation.Governance.Circles;

/// <summary>A simulated day under three assumptions at once: meetings twice as often, as planned,
/// half as often.</summary>
/// <remarks>Results give weeks as a range; carrying the three together costs twelve bytes.</remarks>
public readonly record struct Days(int Low, int Mid, int High)
{
    public static Days Same(int day) => new(day, day, day);

    public Days Later(Days other) =>
        new(Math.Max(Low, other.Low), Math.Max(Mid, other.Mid), Math.Max(High, other.High));

    /// <summary>So many days later, whatever the calendar.</summary>
    public Days After(int days) => new(Low + days, Mid + days, High + days);

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Low);
        writer.Int(Mid);
        writer.Int(High);
    }

    public static Days Read(ref CanonicalReader reader) => new(reader.Int(), reader.Int(), reader.Int());

    /// <summary>The circle's first meeting on or after this day, if it meets every so many days.</summary>
    /// <param name="cadenceDays">Days between meetings, at least 1; halved (at least 1) and doubled
    /// for the other two assumptions.</param>
    /// <param name="phase">Which day of its rhythm it meets on; any number.</param>
    public Days NextMeeting(int cadenceDays, int phase) =>
        new(Next(Low, Math.Max(1, cadenceDays / 2), phase), Next(Mid, cadenceDays, phase),
            Next(High, cadenceDays * 2, phase));

    internal static int Next(int day, int cadenceDays, int phase)
    {
        var offset = phase % cadenceDays;
        var since = (day - offset) % cadenceDays;
        if (since < 0) since += cadenceDays;
        return since == 0 ? day : day + cadenceDays - since;
    }
}
