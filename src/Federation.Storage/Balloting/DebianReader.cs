using System.Text.RegularExpressions;
using Federation.Governance.Counting;

namespace Federation.Storage.Balloting;

/// <summary>Tally sheets of vote.debian.org: "V: 21--3 voter", one mark per option in their order.</summary>
/// <remarks>A mark is the option's rank, 1 to 9 and then A to Z; equal marks are equal, '-' is unranked.
/// Numbers may be left out, which means nothing.</remarks>
internal sealed partial class DebianReader(BallotLines lines)
{
    private readonly BallotBox _box = new(lines, new Marking());

    public Election Read()
    {
        while (lines.Next() is { } line)
        {
            if (Option().Match(line) is { Success: true } option && _box.Total == 0) Name(option);
            else if (line.TrimStart().StartsWith("V:", StringComparison.Ordinal)) Ballot(line.TrimStart()[2..]);
        }

        return _box.Close(BallotFormat.Debian);
    }

    private void Name(Match option)
    {
        if (!int.TryParse(option.Groups["number"].Value, out var number) || number != _box.Names.Count + 1)
            throw lines.Wrong($"option {option.Groups["number"].Value} comes after option {_box.Names.Count}",
                "List the options in their order, from 1");
        _box.Name(option.Groups["name"].Value);
    }

    private void Ballot(string text)
    {
        var marks = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first
            : throw lines.Wrong("there are no marks after 'V:'", "Write one mark for each option, as in 'V: 21--3'");
        if (_box.Names.Count == 0)
        {
            for (var option = 1; option <= marks.Length; option++) _box.Name($"Option {option}");
            _box.Note("The sheet does not name its options; they are numbered.");
        }

        if (marks.Length != _box.Names.Count)
            throw lines.Wrong($"'{marks}' has {marks.Length} marks, but there are {_box.Names.Count} options",
                "Write one mark for each option, '-' where it is unranked");
        var places = new SortedDictionary<int, List<int>>();
        for (var option = 0; option < marks.Length; option++)
        {
            if (marks[option] == '-') continue;
            var rank = Rank(marks[option]);
            if (!places.TryGetValue(rank, out var place)) places[rank] = place = [];
            place.Add(option);
        }

        _box.Put([.. places.Values], 1);
    }

    private int Rank(char mark) => mark is >= '1' and <= '9' ? mark - '0'
        : char.ToUpperInvariant(mark) is var letter and >= 'A' and <= 'Z' ? letter - 'A' + 10
        : throw lines.Wrong($"'{mark}' is not a mark", "A mark is a rank, 1 to 9 and then A to Z, or '-'");

    [GeneratedRegex(@"\bOption\s+(?<number>\d+)\s*-*>?\s*:\s*(?<name>\S.*)$")]
    private static partial Regex Option();
}
