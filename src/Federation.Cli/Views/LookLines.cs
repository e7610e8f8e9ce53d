using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>What became of an agreement over the years, a line for each day something was due.</summary>
internal static class LookLines
{
    public static void Write(Page page, DecisionReport decision)
    {
        if (decision.Looks.IsEmpty) return;
        page.Heading($"What became of it (decision {decision.Id})");
        foreach (var look in decision.Looks)
            page.Line($"  Day {look.Day}: {Sentence(look)} (harm {Harm(look)}).");
    }

    private static string Sentence(LookReport look) => look.Verdict switch
    {
        "seen" => "nothing was due",
        "missed" => "the day of its review passed, and nobody looked",
        "kept" => $"looked at again and kept, version {look.Version}",
        "changed" => $"looked at again and changed: version {look.Version}",
        "ended" => "ended by consent",
        "unrenewed" => "no consent to go on: it holds until its term is over",
        "expired" => "its term was over; it no longer holds",
        var other => other,
    };

    private static string Harm(LookReport look) => look.HarmBefore.Equals(look.HarmAfter)
        ? $"{look.HarmAfter:0.###}" : $"{look.HarmBefore:0.###}, then {look.HarmAfter:0.###}";
}
