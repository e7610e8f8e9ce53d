using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>How far a circle's meetings are used up: the last one with anything on it, and its minutes.</summary>
/// <param name="Day">That meeting's day under each of the three calendars.</param>
/// <param name="Low">Minutes used where everything takes half as long; then as assumed, then doubled.</param>
/// <remarks>
/// Matters are taken in the order they come. One that begins when the minutes of a meeting are used up
/// waits for the next (the backlog); one that is longer than what is left goes on in the next.
/// </remarks>
public readonly record struct Booking(Days Day, double Low, double Mid, double High)
{
    /// <summary>The first meeting on or after a day in which there is time left.</summary>
    public Booking From(Days asked, Surroundings here)
    {
        var (box, cadence) = (here.Practice.TimeBox.Minutes, here.CadenceDays);
        var low = First(asked.Low, Day.Low, Low, Math.Max(1, cadence / 2), here.Phase, box);
        var mid = First(asked.Mid, Day.Mid, Mid, cadence, here.Phase, box);
        var high = First(asked.High, Day.High, High, cadence * 2, here.Phase, box);
        return new Booking(new Days(low.Day, mid.Day, high.Day), low.Used, mid.Used, high.Used);
    }

    /// <summary>After so many minutes, in as many further meetings as they take.</summary>
    public Booking Spend(double minutes, Surroundings here)
    {
        var (box, cadence) = (here.Practice.TimeBox.Minutes, here.CadenceDays);
        var low = Last(Day.Low, Low + (minutes / 2), Math.Max(1, cadence / 2), box);
        var mid = Last(Day.Mid, Mid + minutes, cadence, box);
        var high = Last(Day.High, High + (minutes * 2), cadence * 2, box);
        return new Booking(
            new Days(low.Day, mid.Day, high.Day),
            Fixed.Round(low.Used), Fixed.Round(mid.Used), Fixed.Round(high.Used));
    }

    private static (int Day, double Used) First(
        int asked, int booked, double used, int cadence, int phase, double box)
    {
        var day = Math.Max(Days.Next(asked, cadence, phase), booked);
        if (day > booked) return (day, 0);
        return used < box ? (day, used) : (day + cadence, 0);
    }

    private static (int Day, double Used) Last(int day, double used, int cadence, double box)
    {
        while (used > box) (day, used) = (day + cadence, used - box);
        return (day, used);
    }

    public void Write(CanonicalWriter writer)
    {
        Day.Write(writer);
        writer.Number(Low);
        writer.Number(Mid);
        writer.Number(High);
    }

    public static Booking Read(ref CanonicalReader reader) =>
        new(Days.Read(ref reader), reader.Number(), reader.Number(), reader.Number());
}
