using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using Federation.Governance.Counting;

namespace Federation.Storage.Balloting;

/// <summary>A table with a row per ballot, or per pile if it has a column of counts.</summary>
/// <remarks>
/// Either columns are places and cells name candidates, or columns are candidates and cells are ranks or
/// scores. docs/guide/elect.md has the details.
/// </remarks>
internal sealed partial class BallotTable(BallotLines lines, Marking marking, Cells cells)
{
    private const int RankMax = 1000;
    private const int ScoreMax = 1_000_000;

    private static readonly CsvReaderOptions Format = new()
    {
        TrimWhitespace = true, MalformedData = CsvMalformedDataHandling.Throw, TrackLineNumbers = true,
    };

    private static readonly string[] Counts =
    [
        "count", "counts", "weight", "weights", "ballots", "number", "#", "number of ballots", "ballot count",
        "num ballots", "votes", "number of votes", "vote count", "frequency", "freq", "multiplicity", "quantity",
    ];

    private static readonly string[] Ignored =
        ["id", "ballot", "ballot id", "ballotid", "voter", "voter id", "voterid", "precinct", "timestamp", "batch",
            "cvr"];

    /// <summary>Words for a place nobody was marked in, as cast vote records have them.</summary>
    private static readonly string[] Empty = ["", "-", "undervote", "skipped", "skip", "blank"];

    private readonly BallotBox _box = new(lines, marking);
    private readonly Dictionary<string, int> _candidates = new(StringComparer.Ordinal);
    private string[] _header = [];
    private int _count = -1;
    private int _row;
    private bool _hasPlaces;

    /// <summary>The first column with a rank no ballot of so many candidates needs.</summary>
    private (string Column, int Rank)? _beyond;

    public Election Read()
    {
        using var csv = CsvReader.Create(lines.Reader, Format);
        try
        {
            csv.ReadHeader();
            if (csv.Headers.Count == 0) throw lines.Wrong("the file is empty", "Begin with a line of column names", 1);
            var columns = Columns([.. csv.Headers.Select(name => name.Trim())]);
            while (csv.Read())
            {
                _row = (int)csv.LineNumber;
                string[] cellsOfRow = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
                if (cellsOfRow is [var nothing] && string.IsNullOrWhiteSpace(nothing)) continue;
                if (cellsOfRow.Length != _header.Length)
                    throw Wrong($"the row has {cellsOfRow.Length} cells, the header {_header.Length}",
                        "Give every row as many cells as there are columns");
                Put(cellsOfRow, columns);
            }
        }
        catch (CsvFormatException malformed)
        {
            throw lines.Wrong("the quotation marks do not pair",
                "Put whole cells in quotation marks, and double those inside",
                (int)malformed.LineNumber);
        }

        if (_beyond is var (column, rank))
            _box.Note($"Column '{column}' has rank {rank} of {_box.Names.Count} candidates: if it says how many "
                + "ballots a row stands for, name it count.");
        return _box.Close(BallotFormat.Csv, _row);
    }

    /// <summary>The columns that are places, in their order; or else those that are candidates.</summary>
    private int[] Columns(string[] header)
    {
        (_header, _row) = (header, 1);
        _count = Array.FindIndex(header, name => Counts.Contains(name.ToLowerInvariant()));
        int[] places = [.. Enumerable.Range(0, header.Length)
            .Where(at => PlaceOf(header[at]) > 0).OrderBy(at => PlaceOf(header[at]))];
        _hasPlaces = places.Length > 0;
        if (_hasPlaces)
        {
            if (PlaceOf(header[places[0]]) > 1)
                throw Wrong($"the first place is '{header[places[0]]}', and there is none before it",
                    "Name the columns of places from 1: rank1, rank2, ...");
            PassOver(Enumerable.Range(0, header.Length).Except(places));
            return places;
        }

        int[] candidates = [.. Enumerable.Range(0, header.Length)
            .Where(at => at != _count && header[at].Length > 0 && !Ignored.Contains(header[at].ToLowerInvariant()))];
        if (header.Length == 1 && candidates.Length == 1)
            throw Wrong($"there is one column, '{header[0]}', and it is not a place",
                "Separate columns by comma, semicolon or tab: one for each candidate, or rank1, rank2, ... for places");
        if (candidates.Length == 0)
            throw Wrong("no column is a place or a candidate",
                "Name columns rank1, rank2, ... or after the candidates");
        foreach (var at in candidates)
        {
            if (header.Count(name => name == header[at]) > 1)
                throw Wrong($"two columns are named '{header[at]}'", "Give each candidate one column");
            _box.Name(header[at]);
        }

        PassOver(Enumerable.Range(0, header.Length).Except(candidates));
        return candidates;
    }

    private void PassOver(IEnumerable<int> columns)
    {
        string[] names = [.. columns.Where(at => at != _count && _header[at].Length > 0).Select(at => _header[at])];
        if (names.Length > 0) _box.Note($"Columns passed over: {string.Join(", ", names)}.");
    }

    private void Put(string[] row, int[] columns)
    {
        var weight = _count < 0 ? 1
            : BallotBox.Whole(row[_count].Trim(), out var counted) ? counted
            : throw Wrong($"'{row[_count]}' in column '{_header[_count]}' is not a count", "Write a whole number");
        if (_hasPlaces) _box.Put([.. columns.Select(at => Named(row[at]))], weight);
        else if (cells == Cells.Scores)
            _box.Put(Ballot.Scored([.. columns.Select(at => Cell(row[at], "score", 0, ScoreMax) ?? 0)]), weight);
        else _box.Put(Ranked(row, columns), weight);
    }

    private static int PlaceOf(string header) => Place().Match(header) is { Success: true } place
        ? int.Parse(place.Groups["place"].Value, CultureInfo.InvariantCulture) : 0;

    private List<int> Named(string cell)
    {
        var text = cell.Trim();
        if (Empty.Contains(text.ToLowerInvariant())) return [];
        if (text.Equals("overvote", StringComparison.OrdinalIgnoreCase)) return [Marking.Unreadable];
        return [.. text.Split('=', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(
            name =>
            _candidates.TryGetValue(name, out var known) ? known : _candidates[name] = _box.Name(name))];
    }

    private List<List<int>> Ranked(string[] record, int[] candidates)
    {
        var places = new List<List<int>>();
        for (var one = 0; one < candidates.Length; one++)
        {
            if (Cell(record[candidates[one]], "rank", 1, RankMax) is not { } rank) continue;
            if (rank > candidates.Length) _beyond ??= (_header[candidates[one]], rank);
            while (places.Count < rank) places.Add([]);
            places[rank - 1].Add(one);
        }

        return places;
    }

    private int? Cell(string cell, string what, int least, int most)
    {
        var text = cell.Trim();
        if (text is "" or "-") return null;
        return BallotBox.Whole(text, out var number) && number >= least && number <= most ? (int)number
            : throw Wrong($"'{text}' is not a {what}", $"Write whole numbers from {least} to {most}, or leave the cell "
                + (cells == Cells.Ranks ? "empty; if these are scores, say so with --cells scores" : "empty"));
    }

    private BallotFileException Wrong(string reason, string remedy) => lines.Wrong(reason, remedy, _row);

    [GeneratedRegex(
        @"^(?:(?:rank|choice|preference|place)[\s_.#-]*)?(?<place>[1-9]\d{0,2})(?:st|nd|rd|th)?"
            + @"(?:[\s_-]*(?:rank|choice|preference|place))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}
