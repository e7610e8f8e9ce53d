using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Governance.Counting;

namespace Federation.Storage.Balloting;

/// <summary>BLT: candidates and seats, who withdrew, ballots ending with 0, a last 0, names, title.</summary>
/// <remarks>
/// Hill, Wichmann and Woodall 1987, with what others added: comments (# and /* */), '=' or brackets for
/// equals, '-' for a place left empty, ballot names in brackets instead of a weight, Droop's [nick],
/// [withdrawn], [tie], [undeclared]; the 0 that ends a ballot may be left out where no ballot has it.
/// </remarks>
internal sealed partial class BltReader(BallotLines lines, Marking marking)
{
    private enum Expecting
    {
        Candidates,
        Seats,
        Header,
        Ballot,
        Places,
        Names,
    }

    private readonly BallotBox _box = new(lines, marking);
    private readonly Dictionary<string, int> _nicks = new(StringComparer.Ordinal);
    private readonly List<int> _gone = [];
    private readonly List<List<int>> _places = [];
    private readonly HashSet<int> _seen = [];
    private readonly List<string> _names = [];
    private Expecting _next;
    private int _candidates;
    private long _weight;
    private bool? _endsWithZero;
    private bool _inComment;

    public Election Read()
    {
        while (lines.Next() is { } raw)
        {
            var line = Uncommented(raw);
            if (_next == Expecting.Names)
            {
                Names(line);
                continue;
            }

            foreach (Match token in Token().Matches(line = Equality().Replace(line, "=")))
            {
                if (_next == Expecting.Names)
                {
                    Names(line[token.Index..]);
                    break;
                }

                Take(token.Value);
            }

            if (_next == Expecting.Places) EndOfLine();
        }

        if (_next != Expecting.Names)
            throw lines.Wrong("the file ends before the ballots do", "Close the ballots with a line that is only 0");
        if (_names.Count < _candidates)
            throw lines.Wrong($"there are {_names.Count} names for {_candidates} candidates",
                "After the last ballot, write the name of each candidate in quotation marks, then the title");
        foreach (var name in _names.Take(_candidates)) _box.Name(name);
        _box.Title = _names.Count > _candidates ? _names[_candidates] : "";
        if (_names.Count == _candidates)
            _box.Note($"No title was found after {Counted(_candidates)}: if '{_names[^1]}' is the title, the names are "
                + "one short; if it is a candidate, all is well.");
        return _box.Close(BallotFormat.Blt);
    }

    private static string Counted(int candidates) => candidates == 1 ? "the one name" : $"the {candidates} names";

    private void Take(string token)
    {
        switch (_next)
        {
            case Expecting.Candidates:
                _candidates = Number(token, "the number of candidates");
                _next = Expecting.Seats;
                break;
            case Expecting.Seats:
                if (Number(token, "the number of seats") is > 1 and var seats)
                    _box.Note($"The file is for {seats} seats; every method here chooses one.");
                _next = Expecting.Header;
                break;
            case Expecting.Header when token[0] == '[':
                Option(token.Trim('[', ']').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                break;
            case Expecting.Header when token[0] == '-':
                Withdraw(token[1..]);
                break;
            case Expecting.Header or Expecting.Ballot:
                Begin(token);
                break;
            default:
                Place(token);
                break;
        }
    }

    private void Begin(string token)
    {
        foreach (var one in _gone) _box.Withdraw(one);
        _gone.Clear();
        (_next, _weight) = (Expecting.Places, 1);
        _places.Clear();
        _seen.Clear();
        if (token[0] == '(') return;
        if (!BallotBox.Whole(token, out _weight))
            throw lines.Wrong($"expected the number of ballots, and found '{token}'",
                "Begin each ballot with a whole number, or with its name in brackets");
        if (_weight == 0) _next = Expecting.Names;
    }

    private void Place(string token)
    {
        if (token == "0")
        {
            if (_endsWithZero == false)
                throw lines.Wrong("this ballot ends with a 0, and one before it does not",
                    "Put each ballot on one line and end it with 0");
            _endsWithZero = true;
            _box.Put(_places, _weight);
            _next = Expecting.Ballot;
        }
        else if (token == "-") _places.Add([]);
        else
            _places.Add([.. token.Trim('(', ')').Split(['=', ' ', '\t'],
                StringSplitOptions.RemoveEmptyEntries).Select(One)]);
    }

    private void EndOfLine()
    {
        if (_endsWithZero == true)
            throw lines.Wrong("the ballot has no 0 at its end", "Put each ballot on one line and end it with 0");
        _endsWithZero = false;
        _box.Put(_places, _weight);
        _next = Expecting.Ballot;
    }

    private int One(string text)
    {
        var one = Candidate(text);
        return _seen.Add(one) ? one
            : throw lines.Wrong($"candidate {text} stands twice on one ballot", "Name each at most once");
    }

    private int Candidate(string text) => _nicks.TryGetValue(text, out var nick) ? nick
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= _candidates ? number - 1
        : throw lines.Wrong($"'{text}' is not a candidate: there are {_candidates}",
            $"Write numbers from 1 to {_candidates}");

    private void Option(string[] words)
    {
        if (words is ["withdrawn", .. var gone])
            foreach (var one in gone) Withdraw(one);
        else if (words is ["nick", .. var nicks])
        {
            if (nicks.Length != _candidates || nicks.Distinct().Count() != nicks.Length)
                throw lines.Wrong($"[nick] has {nicks.Distinct().Count()} short names for {_candidates} candidates",
                    "Give each candidate one of its own");
            for (var one = 0; one < nicks.Length; one++) _nicks[nicks[one]] = one;
        }
        else if (words is not (["tie" or "undeclared" or "droop", ..]))
            throw lines.Wrong($"there is no option [{string.Join(' ', words)}]",
                "Options are nick, tie, withdrawn, undeclared, droop");
    }

    private void Withdraw(string text)
    {
        var one = Candidate(text);
        if (_gone.Contains(one)) throw lines.Wrong($"candidate {text} withdrew twice", "Name each at most once");
        _gone.Add(one);
    }

    private void Names(string line)
    {
        var text = line.Trim();
        if (text.Length == 0) return;
        if (text[0] != '"') _names.Add(text);
        else
            foreach (Match name in Quoted().Matches(text))
                _names.Add(name.Groups["name"].Value.Replace("\"\"", "\"", StringComparison.Ordinal));
    }

    /// <summary>Without comments; a # inside quotation marks, or in a word, is none.</summary>
    private string Uncommented(string line)
    {
        var kept = line;
        while (true)
        {
            var open = _inComment ? 0 : kept.IndexOf("/*", StringComparison.Ordinal);
            if (open < 0) break;
            var close = kept.IndexOf("*/", open, StringComparison.Ordinal);
            _inComment = close < 0;
            kept = kept[..open] + (close < 0 ? "" : " " + kept[(close + 2)..]);
            if (close < 0) break;
        }

        var quoted = false;
        for (var at = 0; at < kept.Length; at++)
        {
            if (kept[at] == '"') quoted = !quoted;
            else if (kept[at] == '#' && !quoted && (at == 0 || char.IsWhiteSpace(kept[at - 1]))) return kept[..at];
        }

        return kept;
    }

    private int Number(string token, string what) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and < 100_000
            ? number
            : throw lines.Wrong($"expected {what}, and found '{token}'",
                "A BLT file begins with the number of candidates and the number of seats");

    [GeneratedRegex(@"\[[^\]]*\]|\([^)]*\)|""[^""]*""|\S+")]
    private static partial Regex Token();

    [GeneratedRegex(@"\s*=\s*")]
    private static partial Regex Equality();

    /// <summary>A mark inside a name does not end it: the one that does is followed by another name or by
    /// nothing.</summary>
    [GeneratedRegex(@"""(?<name>.*?)""(?=\s*$|\s+"")")]
    private static partial Regex Quoted();
}
