using Federation.Contracts.Hosting;
using Federation.Storage.Sql;

namespace Federation.Cli.Engine;

/// <summary>What the silos of a cluster did since a run began.</summary>
internal abstract class SilosAtWork : IDisposable
{
    public abstract StoreAddress Store { get; }

    public abstract string ServiceId { get; }

    public abstract Durability Durability { get; }

    /// <summary>Whether the silos were told to make every commit outlive a power cut.</summary>
    public virtual bool SurvivesPowerLoss => false;

    /// <summary>Silos that lived when the run began.</summary>
    public abstract int Count { get; }

    public abstract int Living { get; }

    /// <summary>Silos that died without being asked to leave.</summary>
    public int Lost => Math.Max(0, Count - Living);

    /// <summary>Answers so far, those of lost silos included.</summary>
    public abstract long Answered { get; }

    /// <summary>Answers so far of the silos that were not killed.</summary>
    public abstract long AnsweredBySurvivors { get; }

    public abstract long AskedAgain { get; }

    /// <summary>Processor time since the run began.</summary>
    public abstract double CpuSeconds { get; }

    public abstract long PeakMemoryBytes { get; }

    /// <summary>SIGKILL.</summary>
    /// <exception cref="Clusters.ClusterException">No living silo here has this number.</exception>
    public abstract void Kill(int silo);

    public abstract void Dispose();
}
