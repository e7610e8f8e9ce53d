using Federation.Society.Tests.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Changes;

/// <summary>A scenario in which a word matters, and the settings that make it matter.</summary>
/// <param name="Other">The word to hold against it; null for the key's default, or another where it is that.</param>
internal sealed record Choices(string Path, string Text, string[] Settings, string? Other)
{
    private const string Patient = "people.toleranceHigh=0.5";
    private const string AtHome = "agenda.1.affects=town/c1";
    private const string OnlyAmend = "process.forms=[amend]";

    private static readonly string Folder = System.IO.Path.Combine(Repository.Root, "tests/Federation.Society.Tests");

    /// <summary>What a quarter may decide after its domain was changed shows in where its matters are decided.</summary>
    private const string Operations =
        """
        domains:
          - { circle: town/homes, dimensions: [quiet] }
        agenda:
          - title: Domain
            circle: town
            effect: changesDomain
            position: { speed: 36 }
            term: 24 months
            domain: { operation: delegate, circle: town/homes, dimensions: [speed], high: { speed: 38 } }
          - { title: Slow, circle: town/homes/hill, affects: town/homes, day: 200, position: { speed: 30 } }
          - { title: Fast, circle: town/homes/hill, affects: town/homes, day: 300, position: { speed: 46 } }
          - { title: Quiet, circle: town/homes/hill, affects: town/homes, day: 400, position: { quiet: 4 } }

        """;

    public string Instead(string word)
    {
        var key = ScenarioKeys.At(Path);
        return Other ?? (Equals(key.Default, word) ? key.Words.First(other => other != word) : $"{key.Default}");
    }

    public static string[] Setting(string path, string word) => path switch
    {
        "agenda[].effect" when word == "changesDomain" =>
            ["agenda.1.effect=changesDomain", "agenda.1.domain={operation: narrow, circle: town/homes, high: {speed: 45}}"],
        "process.ladder" when word != "park" => [$"{path}=[{word}, park]"],
        "process.forms" or "process.ladder" => [$"{path}=[{word}]"],
        _ => [$"{path.Replace("[]", ".1", StringComparison.Ordinal)}={word}"],
    };

    public static Choices Of(string path, string word) => path switch
    {
        "people.toleranceShape" or "people.ground" => Stuck(path, Patient),
        "agenda[].effect" => At(path, "Changes/domains.yaml", null, Fearful),
        "agenda[].urgent" => Stuck(path, Patient, "process.mandate=0.2"),
        "agenda[].domain.operation" => Domain(path, word),
        "process.gate" => Stuck(path, "process.paramount=1", "process.shaping=0.6"),
        "process.integration" => Stuck(path, Patient, "process.shaping=0.6"),
        "process.forms" => word == "measure" ? Measured : Stuck(path, Patient) with { Other = word == "amend" ? "shorten" : "amend" },
        "process.ladder" => Ladder(word),
        "process.lastResort" => Stuck(path, "process.shaping=0.7", "process.helpers=2", "process.supermajority=0.25"),
        "process.absentees" => Stuck(path, Patient),
        "process.agenda" => At(path, "Changes/evening.yaml", null, "cadence.meetingMinutes=45"),
        "process.handover" => At(path, "Cases/28-agreement-lost.yaml", null),
        "process.talk" => At(path, "Changes/strain.yaml", null),
        "process.listening" => At(path, "Changes/strain.yaml", null, "people.spread=0.2", "process.keeps=1"),
        "process.seatRule" => At(path, "Changes/links.yaml", null),
        "reviews.suspend" => At(path, "Changes/domains.yaml", null, Insular),
        "reviews.contradictions" => At(path, "Cases/13-contradictory-policies.yaml", null),
        "life.reviews" => At(path, "Cases/16-expired-unreviewed.yaml", null),
        "life.objections" => At(
            path, "Changes/lived.yaml", null, "life.horizonDays=400", "people.toleranceLow=0.12", "people.toleranceHigh=0.3"),
        "attacks.elections" => At(path, "Changes/strain.yaml", null, "attacks.captured=0.3"),
        "links.kind" => At(path, "Changes/links.yaml", null, "links.survival=0.6"),
        "links.mandate" => At(path, "Changes/links.yaml", null),
        "selection.variant" when word == "s3" =>
            At(path, "Changes/links.yaml", null, "seed=2", "process.qualificationLeast=0.85"),
        "selection.variant" => At(path, "Changes/links.yaml", null),
        "selection.willing" => At(path, "Cases/24-everybody-names-the-unwilling.yaml", null),
        _ => throw new ArgumentException($"No run shows what {path}={word} changes.", nameof(path)),
    };

    /// <summary>What two values of a strain are held against each other.</summary>
    public static (Choices Scene, double Before, double After) Strain(string path) => path switch
    {
        "attacks.hosts" => (Strained(path, "faults.hosts=3"), 0, 0.6),
        "attacks.target" => (Strained(path, "attacks.delegates=0.3"), 1, 0.1),
        "attacks.leavers" => (Strained(path, "attacks.blockers=0.3"), 0, 1),
        "attacks.exaggeration" => (Strained(path, "attacks.exaggerators=0.5"), 0.5, 0.1),
        "attacks.sybils" => (Strained(path), 0, 0.5),
        "attacks.infiltrated" => (Strained(path, "attacks.sybils=0.5"), 1, 0.3),
        "attacks.facilitators" => (Strained(path), 0, 1),
        "people.sizeApathy" => (Strained(path), 0, 0.3),
        "people.activitySpread" or "people.overload" => (Strained(path), 0, 1),
        _ => (Strained(path), 0, 0.3),
    };

    private static string[] Fearful =>
    [
        "seed=8", "people.toleranceLow=0.05", "people.toleranceHigh=0.12", "people.signalNoise=0.2", "process.shaping=0.2",
        "process.latitude=0.02",
    ];

    /// <summary>Circles that want different things, an owner that could live with what held before.</summary>
    internal static string[] Insular =>
    [
        "seed=92", "people.toleranceLow=0.15", "people.toleranceHigh=0.45", "people.spread=0.2",
        "people.levelSpread={quarter: 0.2, street: 0.2}", "process.latitude=0.02", "process.shaping=0.3", "process.terms=[1]",
        "process.reviewsMax=5", "agenda.1.term=24 months",
    ];

    private static Choices Measured => Stuck(
        "process.forms", "people.toleranceHigh=0.4", "process.ladder=[park]", "process.shaping=0", AtHome,
        "agenda.1.position={speed: 34, quiet: 5}", "process.measureWidens=1") with { Other = "amend" };

    private static Choices Ladder(string word) => word switch
    {
        "smallerStep" => Stuck("process.ladder") with { Other = "park" },
        "shorterTerm" => Stuck("process.ladder", "people.toleranceHigh=0.3", OnlyAmend) with { Other = "park" },
        "split" => Stuck("process.ladder", "people.spread=0.3", AtHome) with { Other = "park" },
        "divide" => Stuck(
            "process.ladder", "people.spread=0.4", "people.toleranceLow=0.02", "people.toleranceHigh=0.08", AtHome, OnlyAmend)
            with { Other = "park" },
        "help" => Stuck(
            "process.ladder", "people.ground=belief", "people.convictionA=1", "people.convictionB=9", "process.talkRounds=0",
            "people.toleranceLow=0.02", "people.toleranceHigh=0.15", AtHome, OnlyAmend) with { Other = "park" },
        "refer" => At("process.ladder", "Cases/14-ping-pong.yaml", "park"),
        _ => Stuck("process.ladder") with { Other = "smallerStep" },
    };

    private static Choices Domain(string path, string word)
    {
        var scene = At(path, "Changes/domains.yaml", word == "delegate" ? "narrow" : "delegate");
        var (from, until) = (scene.Text.IndexOf("agenda:\n", StringComparison.Ordinal),
            scene.Text.IndexOf("people:", StringComparison.Ordinal));
        return scene with { Text = scene.Text[..from] + Operations + scene.Text[until..] };
    }

    private static Choices Stuck(string path, params string[] settings) => At(path, "Changes/stuck.yaml", null, settings);

    private static Choices Strained(string path, params string[] settings) => At(path, "Changes/strain.yaml", null, settings);

    private static Choices At(string path, string file, string? other, params string[] settings) =>
        new(path, File.ReadAllText(System.IO.Path.Combine(Folder, file)), settings, other);
}
