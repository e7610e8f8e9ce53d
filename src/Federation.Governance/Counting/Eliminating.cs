using System.Collections.Immutable;

namespace Federation.Governance.Counting;

/// <summary>What rules share that eliminate one after another.</summary>
internal static class Eliminating
{
    /// <summary>Who goes, and the last places if those decided.</summary>
    public delegate (int Out, Shares? Last) Choose(Continuing continuing, Shares first, Settling settling, int round);

    public static Count Count(
        Poll poll, Choose choose, Func<IEnumerable<(TieLink, Settling.Worth)>?> links)
    {
        var (continuing, settling) = (new Continuing(poll), new Settling(poll));
        var rounds = ImmutableArray.CreateBuilder<CountingRound>();
        while (true)
        {
            var first = continuing.First(out var exhausted);
            var whole = poll.Ballots.Total - exhausted;
            int? winner = null;
            foreach (var one in continuing.Left)
                if (first[one] * 2 > whole) winner = one;
            if (winner is null && continuing.Left.Count <= 2)
                winner = settling.Most(continuing.Left, one => first[one], rounds.Count + 1, links());
            if (winner is not null)
            {
                rounds.Add(Plurality.Round(continuing.Left, first, exhausted));
                return new Count(winner, rounds.ToImmutable(), settling.Ties);
            }

            var (eliminated, last) = choose(continuing, first, settling, rounds.Count + 1);
            rounds.Add(new CountingRound(
                [.. continuing.Left.Select(one => new Standing(one, first[one], last?[one]))], eliminated, exhausted));
            continuing.Leave(eliminated);
        }
    }
}
