using Federation.Cli.Runs;

namespace Federation.Cli.Views;

/// <summary>Minutes of a decision by another rule than consent, as sentences.</summary>
internal static class RuleSentences
{
    /// <returns>Null for what consent has a word of its own for.</returns>
    public static string? Of(StepReport step, string who) => step.Kind switch
    {
        "asked for a ballot" => $"{who} is asked: {step.Argument}.",
        "decided by the rule, for the level above" =>
            $"{who} decides by the rule, for its links to say above: {step.To}.",
        "own way decided by the rule" => $"{who} decides by the rule on its own way: {step.To}.",
        "decided by the rule" => $"The rule decides{Counted(step)}: {step.To}.",
        "status quo kept by the rule" => $"The rule leaves what holds{Counted(step)}.",
        "too few took part" => "Too few took part: what holds goes on.",
        "tie settled" => $"A tie is settled: {step.Argument}.",
        "ballots were entrusted" => $"Ballots were entrusted: {step.Argument}.",
        "decided or set the agenda alone" => $"{who}, drawn by lot, decides or sets the agenda.",
        "decided by a group for all" => $"A group decides for all: {step.Argument}.",
        "holds without the consent of all" => "From now on it holds, without the consent of all.",
        _ => null,
    };

    private static string Counted(StepReport step) => step.Argument.Length > 0 ? $", {step.Argument}" : "";
}
