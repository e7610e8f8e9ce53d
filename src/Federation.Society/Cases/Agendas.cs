using System.Collections.Immutable;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Society.Cases;

/// <summary>Other agendas made from a scenario's first matter.</summary>
internal static class Agendas
{
    private const double Weightless = 0.01;
    private const int Months = 120;

    /// <summary>Next to nothing is asked for.</summary>
    public static Scenario NoWeight(Scenario scenario) => With(scenario, scenario.Agenda[0] with
    {
        Title = "A matter of no weight",
        Position = Towards(scenario.StatusQuo, scenario.Agenda[0], Weightless),
    });

    /// <summary>The circles around the origin settle something else for themselves before the matter comes.</summary>
    public static Scenario LocalFirst(Scenario scenario)
    {
        var matter = scenario.Agenda[0];
        var around = matter.Circle.LastIndexOf('/') is > 0 and var cut ? matter.Circle[..cut] : matter.Circle;
        return With(scenario,
            matter with { Title = "Our own way first", Affects = around, Position = Away(scenario.StatusQuo, matter) },
            matter with { Day = matter.Day + Months });
    }

    /// <summary>The same thing for a month, and again later, and again.</summary>
    public static Scenario Later(Scenario scenario)
    {
        var matter = scenario.Agenda[0];
        return With(scenario,
            matter with { TermDays = 30 },
            matter with { Title = "The same again", Day = matter.Day + (2 * Months) },
            matter with
            {
                Title = "The other way", Day = matter.Day + (4 * Months), Position = Away(scenario.StatusQuo, matter),
            });
    }

    /// <summary>To and fro, so that whoever tolerates little objects every time.</summary>
    public static Scenario Many(Scenario scenario)
    {
        var matter = scenario.Agenda[0];
        return With(scenario, [.. Enumerable.Range(0, 5).Select(number => matter with
        {
            Day = matter.Day + (number * Months),
            Position = number % 2 == 0 ? matter.Position : Away(scenario.StatusQuo, matter),
        })]);
    }

    /// <summary>All on one day.</summary>
    public static Scenario AtOnce(Scenario scenario) => With(
        scenario, [.. Many(scenario).Agenda.Select(matter => matter with { Day = scenario.Agenda[0].Day })]);

    private static Scenario With(Scenario scenario, params ImmutableArray<Matter> agenda) => scenario with
    {
        Agenda = [.. agenda.Select((matter, at) => matter with { Id = at + 1, DeadlineDay = 0, After = 0 })],
    };

    /// <summary>A share of the way from what holds to what the matter asks.</summary>
    private static Point Towards(Point holds, Matter matter, double share) =>
        Fixed.Round(holds + ((matter.Position - holds) * share));

    /// <summary>The other side of what holds, in the matter's dimensions.</summary>
    private static Point Away(Point holds, Matter matter)
    {
        var away = holds;
        foreach (var index in matter.Dimensions)
            away = away.With(index, Fixed.Round(matter.Position[index] > holds[index] ? holds[index] * 0.5
                : holds[index] + ((1 - holds[index]) * 0.5)));
        return away;
    }
}
