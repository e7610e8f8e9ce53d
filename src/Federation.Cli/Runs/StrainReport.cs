using Federation.Society.Runs;

namespace Federation.Cli.Runs;

/// <summary>Who strained a run, which only the simulation knows.</summary>
public sealed record StrainReport(
    long Captured, long Blocking, long Exaggerating, long Manipulating, long Leaving, long Fakes,
    long CirclesCaptured, long CirclesRuled, int MostSeats)
{
    public static RunReport Add(RunReport report, StrainOutcome strain) => report with
    {
        Strain = new StrainReport(
            strain.Captured, strain.Blocking, strain.Exaggerating, strain.Manipulating, strain.Leaving, strain.Fakes,
            strain.CirclesCaptured, strain.CirclesRuled, strain.MostSeats),
        Decisions = [.. report.Decisions.Select(decision => decision with
        {
            Strain = StrainedReport.Of(strain.Decisions.First(one => one.Decision == decision.Id)),
        })],
    };
}

/// <summary>A decision beside the same one in the run of the same seed without strain.</summary>
public sealed record StrainedReport(string Outcome, double FromClean, double FromTarget)
{
    public static StrainedReport Of(StrainedDecision one) => new(one.Outcome, one.FromClean, one.FromTarget);
}
