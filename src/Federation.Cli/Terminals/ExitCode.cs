namespace Federation.Cli.Terminals;

/// <summary>What the shell learns about how a command ended.</summary>
public static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;

    /// <summary>Wrong usage or an invalid input file.</summary>
    public const int Usage = 2;

    public const int NoCluster = 3;
    public const int NotVerifiable = 4;
    public const int RunsDiffer = 5;
    public const int TimedOut = 124;
    public const int Interrupted = 130;
}
