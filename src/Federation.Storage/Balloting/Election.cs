using System.Collections.Immutable;
using Federation.Governance.Counting;

namespace Federation.Storage.Balloting;

/// <summary>What a ballot file holds.</summary>
/// <param name="Title">As the file says; else the file's name.</param>
/// <param name="Candidates">Each name once; those who withdrew are left out.</param>
/// <param name="Notes">What a reader should know of how the file was read, a sentence each.</param>
public sealed record Election(
    string Title, BallotFormat Format, ImmutableArray<string> Candidates, Ballots Ballots,
        ImmutableArray<string> Notes);

/// <summary>The kinds of ballot files that are read.</summary>
public enum BallotFormat
{
    /// <summary>PrefLib's soc, soi, toc and toi, with headers of either generation.</summary>
    PrefLib = 1,

    /// <summary>The format of Hill, Wichmann and Woodall, with what OpenSTV, OpaVote, Droop and OpenTally
    /// added.</summary>
    Blt = 2,

    /// <summary>A tally sheet of vote.debian.org.</summary>
    Debian = 3,

    /// <summary>A table; see docs/guide/elect.md.</summary>
    Csv = 4,
}

/// <summary>What the cells of a table with a column per candidate are.</summary>
public enum Cells
{
    /// <summary>1 for the first.</summary>
    Ranks = 1,

    /// <summary>0 and up, more is better.</summary>
    Scores = 2,
}

/// <summary>A ballot file cannot be read.</summary>
public sealed class BallotFileException : Exception
{
    public BallotFileException() { }
    public BallotFileException(string message) : base(message) { }
    public BallotFileException(string message, Exception inner) : base(message, inner) { }

    /// <param name="line">From 1; 0 when it is about the whole file.</param>
    /// <param name="reason">What is wrong, a sentence without its full stop.</param>
    /// <param name="remedy">What helps, likewise.</param>
    public BallotFileException(string file, int line, string reason, string remedy) : base(reason) =>
        (File, Line, Remedy) = (file, line, remedy);

    public string File { get; } = "";

    public int Line { get; }

    public string Remedy { get; } = "";

    /// <summary>File and line in the form editors jump to.</summary>
    public string Where => Line > 0 ? $"{File}:{Line}" : File;
}
