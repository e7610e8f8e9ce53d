using System.Collections.Immutable;
using System.Globalization;
using Federation.Governance.Counting;

namespace Federation.Storage.Balloting;

/// <summary>Collects what a reader finds: names, notes and ballots, equal ballots at once in one pile.</summary>
internal sealed class BallotBox(BallotLines lines, Marking marking)
{
    /// <summary>More than people on earth; sums over ranks of that many stay exact.</summary>
    private const long Most = 100_000_000_000;

    private readonly List<string> _names = [];
    private readonly HashSet<string> _taken = [];
    private readonly HashSet<int> _withdrawn = [];
    private readonly Dictionary<Ballot, long> _piles = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Names => _names;

    public string Title { get; set; } = "";

    /// <summary>The weight of ballots read so far.</summary>
    public long Total { get; private set; }

    /// <summary>Names a candidate; a name that is taken gets a number.</summary>
    public int Name(string name)
    {
        var told = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (told.Length == 0) told = $"Candidate {_names.Count + 1}";
        var once = told;
        for (var same = 2; !_taken.Add(once); same++) once = $"{told} ({same})";
        _names.Add(once);
        return _names.Count - 1;
    }

    public void Note(string sentence) => _notes.Add(sentence);

    public bool Withdraw(int candidate) => _withdrawn.Add(candidate);

    public void Put(IReadOnlyList<IReadOnlyCollection<int>> places, long weight)
    {
        if (_withdrawn.Count > 0)
            places = [.. places.Where(place => place.Count == 0 || !place.All(_withdrawn.Contains))
                .Select(place => (IReadOnlyCollection<int>)[.. place.Where(one => !_withdrawn.Contains(one))])];
        Put(marking.Read(places), weight);
    }

    public void Put(Ballot ballot, long weight)
    {
        if (weight == 0) return;
        if (weight > Most || Total + weight > Most)
            throw lines.Wrong($"these are more than {Most:#,0} ballots", "Give a file of ballots people cast");
        _piles[ballot] = _piles.GetValueOrDefault(ballot) + weight;
        Total += weight;
    }

    /// <param name="end">The last line read, where the reader knows better than <see cref="BallotLines"/>.</param>
    public Election Close(BallotFormat format, int end = 0)
    {
        ImmutableArray<string> left = [.. _names.Where((_, at) => !_withdrawn.Contains(at))];
        if (left.IsEmpty) throw lines.Wrong("there are no candidates", "See docs/guide/elect.md for the formats");
        if (Total == 0)
            throw lines.Wrong("there are no ballots", format == BallotFormat.Csv
                ? "Write a row for each ballot below the line of column names; docs/guide/elect.md has an example"
                : "See docs/guide/elect.md for the formats", end);
        if (_withdrawn.Count > 0)
            Note($"Withdrew and is left out: {string.Join(", ", _withdrawn.Order().Select(one => _names[one]))}.");
        return new Election(
            Title.Length > 0 ? Title : Path.GetFileNameWithoutExtension(lines.File), format, left,
            Ballots.Of(left.Length, _piles.Select(pile => new Pile(Renumbered(pile.Key), pile.Value))), [.. _notes]);
    }

    /// <summary>A whole number of 0 and up; 2.0 is one.</summary>
    public static bool Whole(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private Ballot Renumbered(Ballot ballot)
    {
        if (_withdrawn.Count == 0 || !ballot.Scores.IsEmpty) return ballot;
        return Ballot.Weak(Enumerable.Range(0, ballot.Places).Select(place =>
            ballot.Place(place).ToArray().Select(one => one - _withdrawn.Count(gone => gone < one))));
    }
}
