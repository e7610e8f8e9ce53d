namespace Federation.Governance.Counting;

/// <summary>As instant runoff, but whoever is last on most ballots is eliminated.</summary>
public sealed class Coombs : ICountingRule
{
    public string Name => "coombs";

    public string Counts => "first choices (last places) among those left";

    public Count Count(Poll poll) => Eliminating.Count(poll, (continuing, _, settling, round) =>
    {
        var last = continuing.Last();
        return (settling.Out(continuing.Left, one => last[one], round), last);
    }, () => null);
}
