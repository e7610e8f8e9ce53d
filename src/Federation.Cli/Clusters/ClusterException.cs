namespace Federation.Cli.Clusters;

/// <summary>A cluster could not do what was asked: what, where, and what helps.</summary>
public class ClusterException(string what, string where, string remedy, int exitCode = 1, Exception? inner = null)
    : Exception($"{what} ({where}). {remedy}", inner)
{
    public string What { get; } = what;

    /// <summary>The cluster's folder, a silo's name or a store.</summary>
    public string Where { get; } = where;

    public string Remedy { get; } = remedy;

    /// <summary>1 failed, 2 asked wrongly, 3 no cluster.</summary>
    public int ExitCode { get; } = exitCode;
}

/// <summary>There is no cluster to talk to.</summary>
public sealed class NoClusterException(string where, string why, Exception? inner = null)
    : ClusterException($"No cluster answers: {why}", where, "Start one with 'federation cluster up'.", 3, inner);
