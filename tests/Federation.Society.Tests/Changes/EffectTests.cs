using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Changes;

/// <summary>One matter, other things equal, under every effect; and what an owner may grant.</summary>
public sealed class EffectTests
{
    private static readonly string Town =
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Federation.Society.Tests/Changes/domains.yaml"));

    private static (Reference Reference, DecisionOutcome Decision) Run(params string[] settings)
    {
        string[] strained =
        [
            "seed=8", "people.toleranceLow=0.05", "people.toleranceHigh=0.12", "people.signalNoise=0.2",
            "process.shaping=0.2", "process.latitude=0.02", .. settings,
        ];
        var reference = new Reference(Worlds.Open(ScenarioReader.Parse(Town, "domains.yaml", strained)));
        return (reference, Outcomes.Of(reference.World, reference.Run()).Decisions[0]);
    }

    [Fact]
    public void The_effect_decides_what_circles_below_make_of_one_text()
    {
        var (informs, limits, invites, ratify) = (
            Run("agenda.1.effect=informs").Decision, Run().Decision,
            Run("agenda.1.effect=invites").Decision, Run("agenda.1.effect=ratify").Decision);

        Assert.Equal((6, 0, 0), (informs.CirclesCarried, informs.CirclesAdapted, informs.CirclesDeclined));
        Assert.True(limits.CirclesAdapted > 0 && limits.CirclesUnresolved > 0);
        // Who is invited is bound to nothing, and so nobody is stuck with the text.
        Assert.Equal(0, invites.CirclesUnresolved);
        Assert.NotEqual(limits.HarmMean, invites.HarmMean);
        Assert.Equal(("adopted", "not ratified"), (limits.Outcome, ratify.Outcome));
        // What the confederal option costs: meetings of everybody, and no text.
        Assert.True(ratify.PersonHours.Mid > informs.PersonHours.Mid);
        Assert.NotEqual(limits.HarmMean, ratify.HarmMean);
    }

    /// <summary>The owner changed its text, could change it again, and lets circles be whom no text would meet.</summary>
    [Fact]
    public void A_text_is_suspended_while_its_owner_could_still_change_it()
    {
        var (_, never) = Run([.. Choices.Insular, "reviews.suspend=never"]);
        var (reference, suspended) = Run([.. Choices.Insular, "reviews.suspend=byConsent"]);

        Assert.InRange(suspended.Version, 2, 5);
        Assert.True(suspended.CirclesSuspended > 0 && suspended.CirclesUnresolved < never.CirclesUnresolved);
        Assert.Contains(reference.Entries(reference.Circles[new CircleId("town")]), entry =>
            entry is { Kind: EntryKind.Suspended, About: not null } && entry.About != new CircleId("town"));
    }

    [Fact]
    public void One_refusal_is_named_and_the_text_holds_nowhere()
    {
        var (reference, decision) = Run("agenda.1.effect=ratify");

        Assert.Equal(decision.CirclesRefused, decision.RefusedIn.Length);
        foreach (var path in decision.RefusedIn)
            Assert.Contains(reference.Entries(reference.Circles[new CircleId(path)]),
                entry => entry.Kind == EntryKind.RatificationRefused);
        foreach (var circle in reference.Circles.Values)
            Assert.All(circle.Agreements, agreement => Assert.False(agreement.InForce(agreement.FromDay)));
    }

    /// <summary>Silence is no consent: whom nobody could tell has not ratified.</summary>
    [Fact]
    public void A_circle_the_text_never_reached_has_not_ratified_it()
    {
        string[] tolerant = ["agenda.1.effect=ratify", "people.toleranceLow=0.9", "people.toleranceHigh=0.9"];
        var notReached = 0;
        for (var seed = 1; seed <= 30; seed++)
        {
            var (_, decision) = Run([.. tolerant, "links.survival=0.8", $"seed={seed}"]);
            if (decision.CirclesUnreached == 0 || decision.Outcome == "parked") continue;
            notReached++;
            Assert.Equal((0, "not ratified"), (decision.CirclesRefused, decision.Outcome));
        }

        Assert.True(notReached > 2, $"{notReached}");
    }

    [Fact]
    public void A_text_that_every_circle_ratifies_holds()
    {
        var (_, decision) = Run("agenda.1.effect=ratify", "people.toleranceLow=0.9", "people.toleranceHigh=0.9");

        Assert.Equal(("adopted", 0, 6), (decision.Outcome, decision.CirclesRefused, decision.CirclesCarried));
    }
}
