using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Society.Cases;

/// <summary>One way to strain a scenario, by settings or by what is on its agenda.</summary>
/// <param name="Words">As reports name it: the settings themselves, or what is done to the agenda.</param>
public sealed record Variation(
    string Words, ImmutableArray<string> Settings, Func<Scenario, Scenario>? Change = null)
{
    /// <summary>What a hunt tries with every seed, in this order (docs/guide/cases.md).</summary>
    public static ImmutableArray<Variation> All { get; } =
    [
        new("as written", []),
        By("process.integration=one", "people.toleranceLow=0.05", "people.toleranceHigh=0.2"),
        By("people.toleranceLow=0.02", "people.toleranceHigh=0.1", "people.spread=0.3", "process.terms=[1]"),
        By("people.toleranceLow=0.02", "people.toleranceHigh=0.2"),
        By("people.toleranceLow=0.02", "people.toleranceHigh=0.1", "process.terms=[1, 0.02]"),
        By("people.attendance=0.2"),
        By("process.seatRule=keepAll"),
        By("process.latitude=0.02", "people.toleranceLow=0.1"),
        By("process.duty=1"),
        By("process.duty=0", "people.spread=0.3", "people.toleranceLow=0.05", "people.toleranceHigh=0.2"),
        By("cadence.upperDays=200"),
        By("process.ladder=[refer, park]", "people.toleranceLow=0.05", "people.toleranceHigh=0.3", "people.spread=0.3"),
        By("federation.fanOuts=[12, 2, 2, 2]", "process.duty=1"),
        By("federation.childrenMax=12"),
        By("links.kind=single"),
        By("links.kind=single", "process.duty=1", "people.commonValue=0"),
        By("selection.refusal=0.9"),
        By("process.lazyDays=14", "process.lazyReads=0.2", "people.toleranceLow=1", "people.toleranceHigh=2"),
        new("an emergency", ["process.mandate=0.5", "agenda.1.urgent=\"yes\"", "agenda.1.term=7"]),
        By("life.horizonDays=800", "life.reviews=skipped", "agenda.1.term=200"),
        By("attacks.leavers=0.3", "people.toleranceLow=0.05", "people.toleranceHigh=0.2", "people.spread=0.3"),
        By("attacks.facilitators=0.3", "people.toleranceLow=0.05", "people.toleranceHigh=0.2"),
        By("attacks.blockers=0.1"),
        new("a matter of the region of origin first", ["attacks.delegates=0.5"], Agendas.LocalFirst),
        new("a matter of the region of origin first",
            [
                "people.toleranceLow=0.05", "people.toleranceHigh=0.25", "process.ladder=[refer, park]",
                "process.terms=[1]",
            ],
            Agendas.LocalFirst),
        new("a matter of no weight",
            ["process.shaping=0", "people.toleranceLow=1", "people.toleranceHigh=2"], Agendas.NoWeight),
        new("a matter of the region of origin first", [], Agendas.LocalFirst),
        new("three matters, months apart", [], Agendas.Later),
        new("five matters at once, meetings of an hour", ["cadence.meetingMinutes=60"], Agendas.AtOnce),
        new("five matters, people of little tolerance",
            ["people.toleranceLow=0.03", "people.toleranceHigh=0.6"], Agendas.Many),
    ];

    /// <summary>The scenario so strained.</summary>
    /// <param name="load">Gives the scenario with further settings.</param>
    public Scenario Of(Func<IEnumerable<string>, Scenario> load, ulong seed)
    {
        var strained = load([.. Settings, $"seed={seed}"]);
        return Change is null ? strained : Change(strained);
    }

    /// <summary>What is done, with the settings.</summary>
    public override string ToString() => Words == string.Join(' ', Settings) || Settings.IsEmpty
        ? Words : $"{Words}, {string.Join(' ', Settings)}";

    private static Variation By(params string[] settings) => new(string.Join(' ', settings), [.. settings]);
}
