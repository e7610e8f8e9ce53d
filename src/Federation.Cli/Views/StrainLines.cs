using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Runs;
using Federation.Society.Scenarios;

namespace Federation.Cli.Views;

/// <summary>What strained a run, told by the simulation: no circle knows it.</summary>
internal static class StrainLines
{
    private const string Heading = "What no circle knows";

    public static void Write(Page page, RunReport run, Scenario scenario)
    {
        if (run.Strain is not { } strain)
        {
            if (!scenario.Attacks.Any || run.Circles <= Strained.CirclesMax) return;
            page.Heading(Heading);
            page.Line("What strain changed is not known: for that the run is held again without it, which is done up "
                + $"to {Strained.CirclesMax:#,0} circles.");
            return;
        }

        page.Heading(Heading);
        var who = new List<string>();
        Add(strain.Captured, "captured");
        Add(strain.Blocking, "blocking");
        Add(strain.Exaggerating, "exaggerating");
        Add(strain.Manipulating, "answering strategically");
        Add(strain.Leaving, "leaving if blocked");
        if (who.Count > 0) page.Line($"Of {run.People:#,0} people: {string.Join(", ", who)}.");
        if (strain.Fakes > 0) page.Line($"{Say.Count(strain.Fakes, "member is", "members are")} no person at all.");
        if (strain.CirclesCaptured > 0)
            page.Line($"{Say.Count(strain.CirclesCaptured, "circle is", "circles are")} captured.");
        if (strain.CirclesRuled > 0)
            page.Line($"In {Say.Count(strain.CirclesRuled, "circle", "circles")} the facilitator rules objections "
                + "invalid.");
        page.Line($"The busiest person sits in {Say.Count(strain.MostSeats, "circle", "circles")}.");
        foreach (var decision in run.Decisions) Sentence(page, decision);

        void Add(long count, string how)
        {
            if (count > 0) who.Add($"{count:#,0} {how}");
        }
    }

    public static void Write(Page page, DecisionReport decision)
    {
        if (decision.Strain is null) return;
        page.Heading(Heading);
        Sentence(page, decision);
    }

    private static void Sentence(Page page, DecisionReport decision)
    {
        if (decision.Strain is not { } strained) return;
        page.Line($"Beside the same run without strain, decision {decision.Id} is {strained.Outcome}: "
            + $"{strained.FromClean:0.###} from its text there, {strained.FromTarget:0.###} from what the captured ask "
            + "(share of a dimension's range).");
    }
}
