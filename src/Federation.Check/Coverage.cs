namespace Federation.Check;

/// <summary>What a row of the list of validations is about, and where else it is held.</summary>
/// <param name="Tests">Test classes that hold it through other code than the row.</param>
/// <param name="Remark">What a reader must know about it; empty if nothing.</param>
public sealed record Covered(string Id, string About, string Tests = "", string Remark = "");

/// <summary>All of them; numbers that are left out were never given.</summary>
public static class Coverage
{
    public static IReadOnlyList<Covered> All { get; } =
    [
        new("V1", "Condorcet's jury, p = .6"), new("V2", "other juries"),
        new("V3", "power in the EEC of 1958", "MeasureFunctionTests"),
        new("V4", "power in the Security Council", "MeasureFunctionTests"),
        new("V5", "power in Nassau, of (50, 49, 1), in the EEC of 1973", "MeasureFunctionTests"),
        new("V6", "Rae's index"),
        new("V8", "cycles among three", Remark: "counted over all ways of filling six piles, so exact to n = 25"),
        new("V9", "cycles among more"),
        new("V11", "random societies: who beats everybody", "", "approval of all above one's own mean"),
        new("V12", "random societies: utility", "", "each person's utilities stretched from 0 to 1, as Merrill does"),
        new("V13", "people in a plane"),
        new("V14", "Weber's effectiveness", Remark: "by formula and counted"),
        new("V15", "Burlington 2009", "KnownElectionTests, ElectTests"),
        new("V16", "Alaska 2022", "KnownElectionTests, ElectTests"),
        new("V17", "Alaska: no-show", "KnownElectionTests"),
        new("V23", "Tennessee", "KnownElectionTests"),
        new("V25", "the median voter and the setter", "TheoremTests", "the tests go through the rules circles use"),
        new("V26", "McKelvey's road"), new("V27", "two tiers, impartial", "TheoremTests"),
        new("V28", "two tiers, uniform shares", "TheoremTests"), new("V30", "Galam's pyramid", "TheoremTests"),
        new("V31", "bounded confidence: consensus", "OpinionRowTests", "the talk of circles is held to the same steps"),
        new("V32", "bounded confidence: equally spaced", "TalkTests"), new("V34", "bounded confidence: groups"),
        new("V35", "pair talk: groups", "OpinionRowTests"),
        new("V36", "pair talk: bifurcations", Remark: "groups of a twentieth between bifurcations; see below"),
        new("V37", "DeGroot", "OpinionRowTests"), new("V38", "Friedkin and Johnsen", "OpinionRowTests"),
        new("V40", "an experiment of four", "OpinionRowTests"),
        new("V41", "Bass", "AdoptionLimitTests", "the test runs adoption itself"),
        new("V42", "Granovetter", "AdoptionLimitTests", "the test runs adoption itself"),
        new("V43", "Watts's window", "AdoptionLimitTests", "the test runs adoption itself"),
        new("V44", "common ground on a line", "MeasureTests"), new("V45", "capture and paralysis",
            "ConsentRowTests, TheoremTests"),
        new("V46", "Dykstra on two discs", "KnownMeetingsTests, ConsentProcessTests, SalienceTests"),
        new("V48", "half-planes", "KnownMeetingsTests"), new("V49", "disjoint discs", "KnownMeetingsTests"),
        new("V50", "Helly", "KnownMeetingsTests"),
        new("V51", "geometric medians", "GeometricMedianTests, MedianRowTests"),
        new("V52", "paths of links", "LinkLawTests"), new("V54", "links that carry one way", "LinkLawTests"),
        new("V57", "networks under attack and failure", "NetworkRowTests",
            "ordering, and the Internet's random threshold; see below for the web's figure"),
        new("V58", "inequality and disproportionality", "MeasureFunctionTests"),
        new("V59", "delegates as a sample", "LinkLawTests"),
        new("V61", "offers against what holds", Remark: "here unanimity does worse"),
        new("V62", "hours grow with the square", "OutcomesTests"), new("V63", "loss per hop"),
        new("V64", "Philox and SplitMix", "PhiloxTests",
            "SplitMix is the specified alternative; the product uses Philox"),
        new("V65", "one seal", "SealTests, FaultTests",
            "check runs 1, 2 and 5 silo processes, one of the five killed"),
    ];
}
