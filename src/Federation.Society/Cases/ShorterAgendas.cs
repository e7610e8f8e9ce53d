using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Society.Cases;

/// <summary>The same federation with fewer matters before it.</summary>
internal static class ShorterAgendas
{
    /// <summary>Without each half of it, each quarter, and so on down to each single matter.</summary>
    public static IEnumerable<Scenario> Of(Scenario scenario)
    {
        var agenda = scenario.Agenda;
        for (var part = agenda.Length / 2; part >= 1; part = part == 1 ? 0 : (part + 1) / 2)
            for (var from = 0; from < agenda.Length; from += part)
                if (agenda.Length > part)
                    yield return scenario with
                    {
                        Agenda = Numbered([.. agenda.Take(from), .. agenda.Skip(from + part)]),
                    };
    }

    /// <summary>A decision's number is its position; what a matter built on may be gone.</summary>
    private static ImmutableArray<Matter> Numbered(ImmutableArray<Matter> agenda) =>
        [.. agenda.Select((matter, position) => matter with
        {
            Id = position + 1,
            After = 1 + agenda.IndexOf(agenda.FirstOrDefault(other => other.Id == matter.After)!),
        })];
}
