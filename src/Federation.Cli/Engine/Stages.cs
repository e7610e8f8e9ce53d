namespace Federation.Cli.Engine;

/// <summary>What a run's register waits for, in people's words.</summary>
internal static class Stages
{
    public static string InWords(string stage) => stage switch
    {
        "found" => "electing delegates",
        "lead" => "naming leaders",
        "convene" => "circles convene",
        "spread" => "the decision spreads",
        "reseal" => "sealing",
        _ => stage,
    };
}
