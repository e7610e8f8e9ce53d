using Federation.Society.Adoption;
using Federation.Study.Tables;

namespace Federation.Cli.Runs;

/// <summary>One circle at the end of a run, for the table of circles.</summary>
/// <param name="Decision">The matter it was asked about.</param>
/// <param name="Standing">"decided" or "parked" where it was settled; "carried", "adapted",
/// "unresolved" or "declined" where it came from above; or "not asked".</param>
/// <param name="Harm">Realised harm, coordinate units; only leaves have one.</param>
public sealed record CircleRow(
    string Circle, string Level, int Depth, int People, long Represented, int Decision,
    string Standing, long Objections, double Harm);

/// <summary>A run's facts as comma-separated tables with one header line (RFC 4180, line
/// feeds).</summary>
internal static class RunTables
{
    public static void Decisions(TextWriter text, IEnumerable<DecisionReport> decisions)
    {
        Row(text, "id", "title", "circle", "effect", "outcome", "version", "dimension", "unit",
            "proposed",
            "decided", "termDays", "objections", "integrated", "circlesAsked", "circlesCarried",
                "circlesAdapted",
            "circlesUnresolved", "circlesDeclined", "reviewRequests", "rung", "personHoursLow",
                "personHoursMid",
            "personHoursHigh", "weeksLow", "weeksMid", "weeksHigh", "harmMean", "harmWorstDecile",
                "outsideTolerance");
        foreach (var decision in decisions)
            foreach (var (dimension, proposed) in decision.Proposed)
                Row(text, decision.Id, decision.Title, decision.Circle, decision.Effect,
                    decision.Outcome,
                    decision.Version, dimension, decision.Units[dimension], proposed,
                        decision.Decided[dimension],
                    decision.TermDays, decision.Objections, decision.Integrated,
                        decision.CirclesAsked,
                    decision.CirclesCarried, decision.CirclesAdapted, decision.CirclesUnresolved,
                    decision.CirclesDeclined, decision.ReviewRequests, decision.Rung,
                        decision.PersonHours.Low,
                    decision.PersonHours.Mid, decision.PersonHours.High, decision.Weeks.Low,
                        decision.Weeks.Mid,
                    decision.Weeks.High, decision.Harm.Mean, decision.Harm.WorstDecile,
                        decision.OutsideTolerance);
    }

    public static void Circles(TextWriter text, IEnumerable<CircleRow> circles)
    {
        Row(text, "circle", "level", "depth", "people", "represented", "decision", "standing",
            "objections", "harm");
        foreach (var circle in circles)
            Row(text, circle.Circle, circle.Level, circle.Depth, circle.People, circle.Represented,
                circle.Decision, circle.Standing, circle.Objections, circle.Harm);
    }

    public static void Adoption(TextWriter text, IEnumerable<AdoptionWeek> curve)
    {
        Row(text, "week", "unaware", "ridiculous", "dangerous", "adopted");
        foreach (var week in curve)
            Row(text, week.Week, week.Unaware, week.Ridiculous, week.Dangerous, week.Adopted);
    }

    /// <summary>Empty where a circle never heard of it or has not taken it up.</summary>
    public static void Adopters(TextWriter text, IEnumerable<AdoptingCircle> circles)
    {
        Row(text, "circle", "immunity", "pilot", "heard", "took", "stage");
        foreach (var circle in circles)
            Row(text, circle.Circle, circle.Immunity, circle.IsPilot ? "yes" : "no", $"{circle.Heard}",
                $"{circle.Took}",
                circle.Stage.ToString().ToLowerInvariant());
    }

    private static void Row(TextWriter text, params object[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Write(',');
            text.Write(cells[i] switch
            {
                double number => number.ToString("R"),
                string words => CsvCell.Text(words),
                var other => $"{other}",
            });
        }

        text.Write('\n');
    }
}
