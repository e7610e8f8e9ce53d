using Federation.Cli.Terminals;
using Federation.Governance.Counting;

namespace Federation.Cli.Commands;

/// <summary>How many candidates are counted, from what their counts were measured to take.</summary>
internal static class ElectLimits
{
    /// <summary>Instant runoff and Coombs keep every candidate's tally of every round.</summary>
    public const int WithRounds = 2_000;

    /// <summary>A table of every candidate against each other one takes 8 bytes a pair.</summary>
    public const int Most = 10_000;

    /// <exception cref="CommandFailure">Of usage: what the methods asked for would take more.</exception>
    public static void Check(string file, IReadOnlyCollection<ICountingRule> rules, int candidates)
    {
        if (candidates > Most)
            throw CommandFailure.Usage($"{file} has {candidates:#,0} candidates; at most {Most:#,0} are counted",
                "Leave out candidates nobody could elect, those on few ballots");
        string[] kept = [.. rules.Where(rule => rule is InstantRunoff or Coombs).Select(rule => rule.Name)];
        if (candidates > WithRounds && kept.Length > 0)
            throw CommandFailure.Usage(
                $"{file} has {candidates:#,0} candidates; {string.Join(" and ", kept)} take at most {WithRounds:#,0}, "
                    + "as every tally of a round for each is kept",
                $"Name other methods: --method {string.Join(',', CountingRules.All
                    .Where(rule => rule is not (InstantRunoff or Coombs)).Select(rule => rule.Name))}");
    }
}
