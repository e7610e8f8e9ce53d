using System.Text.RegularExpressions;
using Federation.Governance.Counting;
using Federation.Storage.Inputs;

namespace Federation.Storage.Balloting;

/// <summary>Reads a file of ballots in any of the formats.</summary>
public static partial class BallotFile
{
    private const int LooksAt = 200;

    /// <param name="format">Null to tell it by the file's name or, where that says nothing, by its lines.</param>
    /// <param name="stop">Ends the reading of a large file.</param>
    /// <exception cref="BallotFileException">With the line and the reason.</exception>
    public static Election Read(
        string file, Marking marking, Cells cells = Cells.Ranks, BallotFormat? format = null,
        CancellationToken stop = default)
    {
        try
        {
            var found = format ?? Recognise(file, stop);
            using var lines = BallotLines.Open(file, stop);
            return found switch
            {
                BallotFormat.PrefLib => new PrefLibReader(lines, marking).Read(),
                BallotFormat.Blt => new BltReader(lines, marking).Read(),
                BallotFormat.Debian => new DebianReader(lines).Read(),
                _ => new BallotTable(lines, marking, cells).Read(),
            };
        }
        catch (InputException unread)
        {
            throw new BallotFileException(unread.File, unread.Line, unread.Message, unread.Remedy);
        }
    }

    private static BallotFormat Recognise(string file, CancellationToken stop)
    {
        using var lines = BallotLines.Open(file, stop);
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".soc" or ".soi" or ".toc" or ".toi": return BallotFormat.PrefLib;
            case ".blt": return BallotFormat.Blt;
            case ".csv" or ".tsv": return BallotFormat.Csv;
        }

        var begin = new List<string>();
        while (begin.Count < LooksAt && lines.Next() is { } line)
            if (line.Trim().Length > 0) begin.Add(line.Trim());
        if (begin.Any(line => line.StartsWith("V:", StringComparison.Ordinal))) return BallotFormat.Debian;
        if (begin.Any(line => PrefLibKey().IsMatch(line))) return BallotFormat.PrefLib;
        string[] told = [.. begin.Where(line => line[0] != '#')];
        if (told is [var only, var named, ..] && only.All(char.IsAsciiDigit)
            && (named.StartsWith("1,", StringComparison.Ordinal) || named.StartsWith("0,", StringComparison.Ordinal)))
            return BallotFormat.PrefLib;
        if (told is [var seats, ..] && TwoNumbers().IsMatch(seats)) return BallotFormat.Blt;
        if (told is [var header, ..] && header.AsSpan().IndexOfAny(",;\t") >= 0) return BallotFormat.Csv;
        throw lines.Wrong("this is no file of ballots that is known here",
            "Say which with --format preflib, blt, debian or csv; docs/guide/elect.md describes them", 1);
    }

    [GeneratedRegex(@"^#\s*(FILE NAME|DATA TYPE|NUMBER ALTERNATIVES|ALTERNATIVE NAME \d+)\s*:")]
    private static partial Regex PrefLibKey();

    [GeneratedRegex(@"^\d+\s+\d+(\s|$)")]
    private static partial Regex TwoNumbers();
}
