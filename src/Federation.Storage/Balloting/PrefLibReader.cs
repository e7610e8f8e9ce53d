using System.Globalization;
using Federation.Governance.Counting;

namespace Federation.Storage.Balloting;

/// <summary>PrefLib's orders: soc, soi, toc, toi.</summary>
/// <remarks>
/// Since 2022 the header is "# KEY: value" and a line is "count: 1,{2,3},4"; before, the header was the
/// number of alternatives, "number,name" for each, from 1 or 0, and "voters,sum,orders", and a line "count,1,{2,3},4".
/// </remarks>
internal sealed class PrefLibReader(BallotLines lines, Marking marking)
{
    private const int AlternativesMost = 1_000_000;

    private readonly BallotBox _box = new(lines, marking);
    private readonly SortedDictionary<int, string> _names = [];
    private readonly HashSet<string> _types = [];
    private int _alternatives;
    private long? _announced;
    private int _announcedOn;
    private bool _isOld;

    /// <summary>The number of the first alternative: some files of the older form count from 0.</summary>
    private int _first = 1;

    public Election Read()
    {
        _types.Add(Path.GetExtension(lines.File).TrimStart('.').ToLowerInvariant());
        var begun = false;
        while (lines.Next() is { } raw)
        {
            var line = raw.Trim();
            if (line.Length == 0) continue;
            if (line[0] == '#' && !begun) Header(line[1..]);
            else if (line[0] != '#')
            {
                if (!begun && _names.Count == 0 && _alternatives == 0) OldHeader(line);
                else
                {
                    if (!begun) Name();
                    begun = true;
                    Ballot(line);
                }
            }
        }

        if (!begun) Name();
        if (_announced is { } voters && voters != _box.Total)
            _box.Note($"The header announces {voters:#,0} ballots (line {_announcedOn}), "
                + $"the file holds {_box.Total:#,0}: it may be cut short.");
        return _box.Close(BallotFormat.PrefLib);
    }

    private void Header(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return;
        var (key, value) = (text[..colon].Trim().ToUpperInvariant(), text[(colon + 1)..].Trim());
        if (key == "TITLE") _box.Title = value;
        else if (key == "DATA TYPE") _types.Add(value.ToLowerInvariant());
        else if (key == "NUMBER ALTERNATIVES") _alternatives = Number(key, value);
        else if (key == "NUMBER VOTERS") (_announced, _announcedOn) = (Voters(value), lines.Number);
        else if (key.StartsWith("ALTERNATIVE NAME", StringComparison.Ordinal))
            _names[Number("ALTERNATIVE NAME", key["ALTERNATIVE NAME".Length..].Trim())] = value;
    }

    private void OldHeader(string first)
    {
        _isOld = true;
        _alternatives = Number("the number of alternatives", first);
        for (var alternative = 1; alternative <= _alternatives; alternative++)
        {
            var parts = After(alternative - 1, "names").Split(',', 2);
            if (alternative == 1 && Is(parts[0], 0)) _first = 0;
            var number = alternative - 1 + _first;
            if (parts.Length < 2 || !Is(parts[0], number))
                throw lines.Wrong($"expected '{number},' and the name of alternative {number}",
                    $"The first line announces {_alternatives} alternatives; name each on a line of its own");
            _names[alternative] = parts[1].Trim().Trim('"');
        }

        var counts = After(_alternatives, "counts").Split(',');
        if (counts.Length != 3 || !long.TryParse(counts[1].Trim(), NumberStyles.None, null, out var sum))
            throw lines.Wrong("expected three numbers: voters, sum of counts, different orders",
                "Write them after the last name");
        (_announced, _announcedOn) = (sum, lines.Number);
    }

    private string After(int names, string what)
    {
        while (lines.Next() is { } raw)
            if (raw.Trim().Length > 0) return raw.Trim();
        throw lines.Wrong($"the file ends after {names} names",
            $"The header needs {_alternatives} names; {what} are missing");
    }

    private void Name()
    {
        if (_alternatives == 0) _alternatives = _names.Count;
        if (_names.Count > 0 && _names.Keys.Max() is var most && (most > _alternatives || _names.Keys.Min() < 1))
            throw lines.Wrong($"the header names alternative {most}, but announces {_alternatives}",
                "Correct NUMBER ALTERNATIVES or the names");
        for (var alternative = 1; alternative <= _alternatives; alternative++)
            _box.Name(_names.GetValueOrDefault(alternative, $"Alternative {alternative}"));
    }

    private void Ballot(string line)
    {
        var end = line.IndexOf(_isOld ? ',' : ':', StringComparison.Ordinal);
        if (end < 0)
            throw lines.Wrong($"expected a count, a {(_isOld ? "comma" : "colon")} and an order",
                _isOld ? "Write '12,3,1,2'" : "Write '12: 3,1,2'");
        if (!BallotBox.Whole(line[..end].Trim(), out var weight))
            throw lines.Wrong($"'{line[..end].Trim()}' is not a number of ballots", "Begin with a whole number");
        var places = Places(line[(end + 1)..]);
        var ranked = places.Sum(place => place.Count);
        if (places.Any(place => place.Count > 1) && Are("soc", "soi"))
            throw lines.Wrong("two alternatives share a place, but the file's type is of strict orders",
                "Name the file .toc or .toi, or correct DATA TYPE");
        if (ranked < _alternatives && Are("soc", "toc"))
            throw lines.Wrong(
                $"{ranked} of {_alternatives} alternatives are ranked, but the file's type is of complete orders",
                "Name the file .soi or .toi, or correct DATA TYPE");
        _box.Put(places, weight);
    }

    private List<List<int>> Places(string text)
    {
        var (places, seen) = (new List<List<int>>(), new HashSet<int>());
        List<int>? group = null;
        foreach (var part in text.Replace("{", ",{,", StringComparison.Ordinal)
            .Replace("}", ",},", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Length == 0) continue;
            if (part == "{" && group is null) group = [];
            else if (part == "}" && group is not null)
            {
                if (group.Count > 0) places.Add(group);
                group = null;
            }
            else if (part is "{" or "}") throw lines.Wrong($"a '{part}' too many",
                "Braces do not nest: write 1,{2,3},4");
            else
            {
                var one = Alternative(part);
                if (!seen.Add(one)) throw lines.Wrong($"alternative {part} stands twice", "Name each at most once");
                if (group is null) places.Add([one]);
                else group.Add(one);
            }
        }

        return group is null ? places : throw lines.Wrong("a '}' is missing", "Close the brace: write 1,{2,3},4");
    }

    private int Alternative(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= _first && number < _alternatives + _first ? number - _first
        : throw lines.Wrong($"'{text}' is not an alternative: there are {_alternatives}",
            $"Write numbers from {_first} to {_alternatives - 1 + _first}");

    private int Number(string what, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < AlternativesMost ? number
        : throw lines.Wrong($"{what} is '{text}', not a whole number below {AlternativesMost:#,0}",
            "Write a whole number");

    private long Voters(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw lines.Wrong($"NUMBER VOTERS is '{text}', which is not a whole number", "Write a whole number");

    private static bool Is(string text, int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read == number;

    /// <summary>Whether the name and the header, as far as they say anything, both say one of these types.</summary>
    private bool Are(string one, string other) =>
        _types.Where(type => type is "soc" or "soi" or "toc" or "toi").ToArray() is { Length: > 0 } told
        && told.All(type => type == one || type == other);
}
