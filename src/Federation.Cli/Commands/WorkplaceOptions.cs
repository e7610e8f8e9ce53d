using System.CommandLine;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;

namespace Federation.Cli.Commands;

/// <summary>Where compare and sweep do their runs.</summary>
internal sealed class WorkplaceOptions
{
    public Option<int> Jobs { get; } = StudyOptions.Count(
        "--jobs", "How many runs at once; as many as there are cores when left out.", Environment.ProcessorCount, 1,
        1024);

    public Option<string?> Cluster { get; } = new("--cluster")
    {
        Description = "Spread the runs over a running cluster's silos: its folder, or its store.",
        HelpName = "ADDRESS",
    };

    public Option<int> Silos { get; } = RunOptions.Silos(
        0, $"Start so many silo processes and spread the runs over them, 1 to {RunOptions.SilosMax}.");

    public Workplace Of(ParseResult parsed)
    {
        var (cluster, silos) = (parsed.GetValue(Cluster), parsed.GetValue(Silos));
        if (cluster is not null && silos > 0)
            throw CommandFailure.Usage(
                "The runs are spread over a running cluster or over silos started for them",
                "Leave --cluster or --silos out");
        int? jobs = parsed.GetResult(Jobs) is { Implicit: false } ? parsed.GetValue(Jobs) : null;
        return new Workplace(cluster, silos, jobs);
    }
}
