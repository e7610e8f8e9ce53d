using System.Collections.Immutable;

namespace Federation.Storage.Scenarios;

/// <summary>Which circles there are.</summary>
internal static class FederationKeys
{
    public const string Planet = "planet", Tree = "tree", Inline = "inline";
    public const int TreeDepthMax = 12, FanOutMax = 64, InlineCirclesMax = 2000;
    public const long CirclesMax = 2_000_000;

    public static ImmutableArray<ScenarioKey> All { get; } =
    [
        new("federation.kind", KeyKind.Choice,
            "The real planet, a regular tree, or circles written out one by one.")
            { Default = Planet, Words = [Planet, Tree, Inline] },
        new("federation.scale", KeyKind.Choice, "Down to which level the planet is planned.")
        {
            Default = "countries",
                Words = ["countries", "subdivisions", "cities", "neighbourhoods"],
            Only = [Planet],
        },
        new("federation.circles", KeyKind.Whole,
            "With scale neighbourhoods: about how many circles to plan in all; 0 takes the "
                + "scale's own number.")
            { Default = 0L, Low = 0, High = CirclesMax, Unit = "circles", Only = [Planet] },
        new("federation.childrenMax", KeyKind.Whole,
            "A circle with more children than this gets circles inserted between.")
            { Default = 10, Low = 2, High = 24, Unit = "circles", Only = [Planet] },
        new("federation.members", KeyKind.Whole, "Simulated people per circle without children.")
            { Default = 9, Low = 3, High = 40, Unit = "people" },
        new("federation.fanOuts", KeyKind.Wholes,
            "How many children each circle has, from the root downwards, one number per level "
                + "below the root.")
            { Required = true, Low = 1, High = FanOutMax, Unit = "circles", Only = [Tree] },
        new("federation.levels", KeyKind.Segments,
            "A name for each level, the root's first: one more than the fan-outs.")
            { Required = true, Only = [Tree] },
        new("federation.root.segment", KeyKind.Segment, "Its part of the path.")
            { Required = true, Only = [Inline] },
        new("federation.root.name", KeyKind.Text,
            "Its name as people write it; the segment when left out.")
            { Only = [Inline], High = 120 },
        new("federation.root.level", KeyKind.Segment,
            "The name of its level, which spreads and traces go by.")
            { Default = "circle", Only = [Inline] },
        new("federation.root.aim", KeyKind.Text, "What it is there for.")
            { Default = "", Only = [Inline], High = 500 },
        new("federation.root.members", KeyKind.Whole,
            "Simulated people who live in it, only for a circle without children; "
                + "federation.members when left out.")
            { Low = 3, High = 40, Unit = "people", Only = [Inline] },
        new("federation.root.represented", KeyKind.Whole,
            "Inhabitants it stands for; its people, or the sum of its children's, when left out.")
            { Low = 0, High = 20_000_000_000, Unit = "people", Only = [Inline] },
        new("federation.root.people", KeyKind.Texts,
            "Names of the first of its members; the others have numbers.")
            { Only = [Inline], High = 80 },
        new("federation.root.children", KeyKind.Circles,
            "The circles below it, written the same way.")
            { Only = [Inline] },
    ];
}
