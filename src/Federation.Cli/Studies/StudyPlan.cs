using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Federation.Cli.Terminals;
using Federation.Society.Measures;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Studies;

/// <summary>Everything a study runs: each cell under each draw.</summary>
/// <param name="Command">"compare" or "sweep".</param>
/// <param name="Redraws">Whether replications have plans of their own.</param>
internal sealed record StudyPlan(
    string Command, ImmutableArray<Cell> Cells, ImmutableArray<Draw> Draws, bool Redraws)
{
    /// <summary>More runs than this are a slip of the pen.</summary>
    public const long RunsMost = 1_000_000;

    public int Runs => Cells.Length * Draws.Length;

    /// <summary>Draw by draw, and in each all cells: what is interrupted has whole draws.</summary>
    public (Cell Cell, Draw Draw) At(int run) => (Cells[run % Cells.Length], Draws[run / Cells.Length]);

    /// <summary>What is run: the cell's scenario under the draw.</summary>
    public Scenario Scenario(int run)
    {
        var (cell, draw) = At(run);
        return cell.Drawn(draw, Redraws);
    }

    /// <summary>Every measure of one run, done here and now.</summary>
    /// <exception cref="CommandFailure">It cannot be done; where says under which settings and draw.</exception>
    public ImmutableArray<double> Measured(int run, CancellationToken stop)
    {
        try
        {
            return RunMeasures.Run(Worlds.Open(Scenario(run)), stop.ThrowIfCancellationRequested);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            var (told, (cell, draw)) = (FailureReader.Read(failed), At(run));
            throw new CommandFailure(
                told.Code, told.Message, told.Remedy,
                $"{cell.Name}, seed {draw.Seed}, replication {draw.Replication}", told.Exit, failed);
        }
    }

    /// <summary>What a journal must have been written for to be taken up.</summary>
    public string Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(Command);
        Add(Versions.Program);
        Add($"{Redraws}");
        foreach (var measure in RunMeasures.All) Add(measure.Name);
        foreach (var cell in Cells) Add(ResolvedScenario.ToJson(cell.Scenario));
        foreach (var draw in Draws) Add($"{draw.Seed} {draw.Replication}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
    }

    /// <exception cref="CommandFailure">These are too many.</exception>
    public static void Check(double runs)
    {
        if (runs > RunsMost)
            throw new CommandFailure(
                "usage", $"That would be {runs:#,0} runs",
                $"Ask for at most {RunsMost:#,0}: fewer values, points or draws", exitCode: ExitCode.Usage);
    }

    /// <summary>A point of a study: varied settings over the scenario's others.</summary>
    /// <exception cref="ScenarioException">Together they are no valid scenario.</exception>
    public static Cell Point(
        string scenario, IReadOnlyList<string> settings, ImmutableArray<KeyValuePair<string, string>> varied) =>
        new(varied, ScenarioCatalogue.Load(scenario, [.. settings, .. varied.SelectMany(Factor.Settings)]));
}
