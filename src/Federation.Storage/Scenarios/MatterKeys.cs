using System.Collections.Immutable;

namespace Federation.Storage.Scenarios;

/// <summary>What a scenario is called, what it is about, and what is raised in it.</summary>
internal static class MatterKeys
{
    public static ImmutableArray<ScenarioKey> Head { get; } =
    [
        new("name", KeyKind.Text, "The scenario's name; run folders are named after it.")
            { Required = true, High = 80 },
        new("about", KeyKind.Text, "What it shows, in a sentence or two.") { Default = "",
            High = 2000 },
        new("seed", KeyKind.Seed, "Every draw follows from it: the same seed gives the same run.")
            { Default = 42UL },
        new("replication", KeyKind.Whole, "Which repetition of the seed this is.")
            { Default = 0, Low = 0, High = 1_000_000 },
        new("rule", KeyKind.Choice, "How circles decide.") { Default = "consent",
            Words = [.. Society.Scenarios.RulePractices.Names] },
    ];

    public static ImmutableArray<ScenarioKey> Space { get; } =
    [
        new("space.dimensions[].name", KeyKind.Text,
            "What the dimension measures, as people say it.") { Required = true, High = 80 },
        new("space.dimensions[].unit", KeyKind.Text, "The unit shown beside every figure.")
            { Default = "", High = 20 },
        new("space.dimensions[].low", KeyKind.Number, "The value at the low end.")
            { Default = 0.0, Low = -1e12, High = 1e12, Unit = "its own unit" },
        new("space.dimensions[].high", KeyKind.Number,
            "The value at the high end, not that of the low end.")
            { Default = 1.0, Low = -1e12, High = 1e12, Unit = "its own unit" },
        new("space.dimensions[].lowText", KeyKind.Text, "What the low end means, in words.")
            { Default = "", High = 200 },
        new("space.dimensions[].highText", KeyKind.Text, "What the high end means, in words.")
            { Default = "", High = 200 },
        new("space.dimensions[].salience", KeyKind.Number,
            "How much it counts beside other dimensions: ranges are narrower along it by the square root, and "
                + "texts are moved along it the less.") { Default = 1.0, Low = 0.01, High = 100 },
        new("statusQuo", KeyKind.NumbersByName,
            "By dimension: what holds where nothing was agreed. A dimension left out has its low "
                + "end.")
            { Unit = "the dimension's unit", Low = -1e12, High = 1e12 },
    ];

    public static ImmutableArray<ScenarioKey> Agenda { get; } =
    [
        new("agenda[].title", KeyKind.Text, "What is proposed, a phrase.") { Required = true,
            High = 200 },
        new("agenda[].circle", KeyKind.Circle, "The circle that raises it.") { Required = true },
        new("agenda[].affects", KeyKind.Circle,
            "The circle whose people it affects, with all below it. The whole federation when "
                + "left out."),
        new("agenda[].touches", KeyKind.Texts,
            "Circles elsewhere whose people it affects, too. They are heard on the text as brought; one that "
                + "cannot live with it objects, and the lowest circle that covers all it affects decides."),
        new("agenda[].effect", KeyKind.Choice,
            "What the agreement does below: a limit to decide within, news, an invitation, a change of "
                + "a child's domain, or a text that every circle below must ratify.")
            { Default = "limits", Words = ["limits", "informs", "invites", "changesDomain", "ratify"] },
        new("agenda[].position", KeyKind.NumbersByName, "By dimension: the text as brought.")
            { Required = true, Unit = "the dimension's unit", Low = -1e12, High = 1e12 },
        new("agenda[].dimensions", KeyKind.Texts,
            "The dimensions it is about; the others stay at the status quo. Those with a "
                + "position when left out."),
        new("agenda[].term", KeyKind.Term, "For how long the agreement is to hold.")
            { Default = "12 months", Low = 1, High = 3650, Unit = "simulated days" },
        new("agenda[].day", KeyKind.Whole, "The day it is raised.")
            { Default = 1, Low = 1, High = 36500, Unit = "simulated days" },
        new("agenda[].deadline", KeyKind.Whole, "The day by which it must be settled; 0 for none.")
            { Default = 0, Low = 0, High = 36500, Unit = "simulated days" },
        new("agenda[].after", KeyKind.Whole,
            "The number of the matter it builds on, from 1 in the order of this list: taken before that one in a "
                + "meeting, it is parked. 0 for none.")
            { Default = 0, Low = 0, High = 1000 },
        new("agenda[].removes", KeyKind.Whole,
            "The number of the circle's member who shall no longer be one; no text is decided then. "
                + "Above the leaves members are links, counted circle by circle below, delegates before "
                + "the leader; 0 for none.")
            { Default = 0, Low = 0, High = 144 },
        new("agenda[].urgent", KeyKind.Choice,
            "Whether waiting does harm: a leader may use a mandate, and its circle ask for the first "
                + "place on an agenda. In an emergency circles also meet at once, and the one that "
                + "raised it sends a representative along.")
            { Default = "no", Words = ["no", "yes", "emergency"] },
        new("agenda[].by", KeyKind.Text,
            "The member who raises it, by name, where the circle's people have names.")
            { Default = "", High = 80 },
    ];
}
