using System.Collections.Immutable;

namespace Federation.Cli.Studies;

/// <summary>Who does the runs of a study: the cores here, or those of a cluster's silos.</summary>
internal interface IStudyWorkers
{
    /// <summary>Silos at work; 0 without a cluster.</summary>
    int Living { get; }

    /// <summary>Silos met so far.</summary>
    int Met { get; }

    /// <summary>Does all of them, in any order.</summary>
    /// <param name="measured">Called once for each run, from any thread.</param>
    /// <exception cref="Terminals.CommandFailure">One of them cannot be done; it says at which point.</exception>
    Task Do(
        StudyPlan plan, IReadOnlyList<int> runs, Action<int, ImmutableArray<double>> measured, CancellationToken stop);
}
