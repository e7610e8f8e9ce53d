using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>An innovation circles may take up.</summary>
internal static class AdoptionKeys
{
    private const string Weekly = "a week";
    private const string Neighbours = "share of neighbours";

    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        Key(nameof(AdoptionOptions.Weeks), "How long an innovation is watched; 0 for none.", 0, 2000, "weeks"),
        Key(nameof(AdoptionOptions.Pilots), "Circles that try it from the first week, at least one.", 0, 1,
            "share of circles"),
        Key(nameof(AdoptionOptions.Aware), "Circles that know of it in the first week.", 0, 1, "share of circles"),
        Key(nameof(AdoptionOptions.Innovation), "Chance that a circle hears of it by itself.", 0, 1, Weekly),
        Key(nameof(AdoptionOptions.Imitation),
            "What is added when all others have it, for a circle without immunity to change.", 0, 1, Weekly),
        Key(nameof(AdoptionOptions.DangerousFrom),
            "From here it no longer seems ridiculous but dangerous.", 0, 1, Neighbours),
        Key(nameof(AdoptionOptions.ObviousFrom), "From here it may seem obvious.", 0, 1, Neighbours),
        Key(nameof(AdoptionOptions.Threshold),
            "What a circle without immunity waits for; full immunity adds half of the rest.", 0, 1, Neighbours),
        Key(nameof(AdoptionOptions.AdoptersLeast), "Neighbours at least: 1 simple, 2 complex contagion.", 1, 10),
        Key(nameof(AdoptionOptions.GainChance), "Chance that a circle that tries it can show a gain.", 0, 1),
        Key(nameof(AdoptionOptions.GainBonus), "What a neighbour's gain takes off what is waited for.", 0, 1,
            Neighbours),
        Key(nameof(AdoptionOptions.OpponentsFrom),
            "Immunity from which a circle that finds it dangerous works against it.", 0, 1),
        Key(nameof(AdoptionOptions.Opposition),
            "Chance that a fully immune opponent makes a neighbour give it up.", 0, 1, Weekly),
        Key(nameof(AdoptionOptions.ImmunityA), "Immunity to change follows Beta(a, b) over circles: its a.", 1, 20),
        Key(nameof(AdoptionOptions.ImmunityB), "Immunity to change follows Beta(a, b) over circles: its b.", 1, 20),
    ];

    private static ScenarioKey Key(string property, string meaning, double low, double high, string unit = "") =>
        OptionSection.Key("adoption", property, meaning, low, high, unit);
}
