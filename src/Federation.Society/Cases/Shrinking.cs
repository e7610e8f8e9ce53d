using Federation.Society.Scenarios;

namespace Federation.Society.Cases;

/// <summary>How large a scenario is, for the purpose of reading it; compared from left to right.</summary>
/// <param name="Settings">How many settings are not the defaults.</param>
public readonly record struct Largeness(long Circles, long People, int Matters, int Settings)
{
    public static Largeness Of(Scenario scenario, int settings) => new(
        SmallerFederations.Circles(scenario.Federation), SmallerFederations.People(scenario.Federation),
        scenario.Agenda.Length, settings);

    public bool IsBelow(Largeness other) =>
        (Circles, People, Matters, Settings)
            .CompareTo((other.Circles, other.People, other.Matters, other.Settings)) < 0;
}

/// <summary>Makes what shows a case as small as it goes: the smallest federation, the shortest agenda.</summary>
public static class Shrinking
{
    /// <summary>Greedy: takes the first smaller scenario that still shows it, until none does.</summary>
    /// <param name="shows">Whether a scenario shows the case; asked in an order fixed by the scenario.</param>
    /// <param name="taken">The scenario with one changed setting as it is by default, for each.</param>
    /// <returns>A scenario that shows the case and of which nothing can be left out, one step at a time.</returns>
    /// <remarks>Ends, since every step is smaller by <see cref="Largeness"/>, which cannot fall for ever.</remarks>
    public static Scenario Shrink(
        Scenario found, Func<Scenario, bool> shows, Func<Scenario, IEnumerable<Scenario>> taken)
    {
        var smallest = found;
        while (Smaller(smallest, taken).FirstOrDefault(shows) is { } smaller) smallest = smaller;
        return smallest;
    }

    /// <summary>Every scenario one step smaller, the boldest steps first.</summary>
    public static IEnumerable<Scenario> Smaller(
        Scenario scenario, Func<Scenario, IEnumerable<Scenario>> taken)
    {
        var now = Size(scenario);
        return SmallerFederations.Of(scenario).Concat(ShorterAgendas.Of(scenario)).Concat(taken(scenario))
            .Where(smaller => Size(smaller).IsBelow(now));

        Largeness Size(Scenario one) => Largeness.Of(one, taken(one).Count());
    }
}
