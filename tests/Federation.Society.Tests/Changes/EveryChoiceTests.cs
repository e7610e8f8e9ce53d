using Federation.Governance.Decisions;
using Federation.Governance.Elections;
using Federation.Governance.Linking;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Society.Tests.Cases;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Changes;

/// <summary>For every gate, form, variant, effect, link and policy a run in which it changes the outcome.</summary>
/// <remarks>The words are read from the table of keys and from the enumerations: a new one without a run fails.</remarks>
public sealed class EveryChoiceTests
{
    /// <summary>Rules beside consent and shapes of a federation have tests of their own.</summary>
    private static readonly string[] Elsewhere = ["rule", "federation.kind", "federation.scale"];

    private static IEnumerable<ScenarioKey> Chosen => ScenarioKeys.All.Where(key =>
        key.Kind is KeyKind.Choice or KeyKind.Choices && !Elsewhere.Contains(key.Path)
        && !key.Path.StartsWith("rules.", StringComparison.Ordinal));

    public static IEnumerable<object[]> Words =>
        Chosen.SelectMany(key => key.Words.Select(word => new object[] { key.Path, word }));

    public static TheoryData<string> Strains =>
    [
        .. typeof(AttackOptions).GetProperties().Where(property => property.CanWrite && property.PropertyType == typeof(double))
            .Select(property => $"attacks.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}")
            // Says only how a decision is classed: A_decision_is_clean_deviated_captured_or_paralysed.
            .Where(path => path != "attacks.delta"),
        "people.sizeApathy", "people.activitySpread", "people.overload",
    ];

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_has_a_run_in_which_it_changes_the_outcome(string path, string word)
    {
        var scene = Choices.Of(path, word);

        Assert.NotEqual(
            Outcome(scene, Choices.Setting(path, scene.Instead(word))), Outcome(scene, Choices.Setting(path, word)));
    }

    [Theory]
    [MemberData(nameof(Strains))]
    public void Every_strain_has_a_run_in_which_it_changes_the_outcome(string path)
    {
        var (scene, before, after) = Choices.Strain(path);

        Assert.NotEqual(Outcome(scene, [$"{path}={before}"]), Outcome(scene, [$"{path}={after}"]));
    }

    /// <summary>A value that no word chooses could not be told apart from one that does nothing.</summary>
    [Theory]
    [InlineData(typeof(Gate), "process.gate")]
    [InlineData(typeof(Ground), "people.ground")]
    [InlineData(typeof(Integration), "process.integration")]
    [InlineData(typeof(Form), "process.forms")]
    [InlineData(typeof(LastResort), "process.lastResort")]
    [InlineData(typeof(Absentees), "process.absentees")]
    [InlineData(typeof(TalkKind), "process.talk")]
    [InlineData(typeof(Listening), "process.listening")]
    [InlineData(typeof(LinkKind), "links.kind")]
    [InlineData(typeof(Mandate), "links.mandate")]
    [InlineData(typeof(SelectionVariant), "selection.variant")]
    [InlineData(typeof(Effect), "agenda[].effect")]
    [InlineData(typeof(Governance.Circles.Operation), "agenda[].domain.operation")]
    public void Every_value_is_one_of_the_words(Type values, string path) => Assert.Equal(
        Enum.GetNames(values).Order(StringComparer.OrdinalIgnoreCase),
        ScenarioKeys.At(path).Words.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    /// <summary>Rungs are on the ladder, a form of integration, or a last resort.</summary>
    [Fact]
    public void Every_rung_is_one_of_the_words() => Assert.Equal(
        Enum.GetNames<Rung>().Except(["None", "Measured"]).Order(StringComparer.OrdinalIgnoreCase),
        ScenarioKeys.At("process.ladder").Words
            .Concat(ScenarioKeys.At("process.lastResort").Words.Except(["statusQuo"]))
            .Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    /// <summary>What became of every matter, where and when, and which degenerate cases showed.</summary>
    private static string Outcome(Choices scene, params string[] setting)
    {
        var world = Worlds.Open(ScenarioReader.Parse(scene.Text, "scene.yaml", [.. scene.Settings, .. setting]));
        var run = Records.Of(world);
        var decisions = Outcomes.Of(world, run.Register).Decisions.Select(one =>
            $"{one.Circle} {one.Outcome} {one.Rung} {one.Decided} {one.TermDays} {one.Version} {one.Weeks.Mid} {one.PersonHours.Mid} "
            + $"{one.HarmMean} {one.CirclesUnresolved} {one.Looks.Length}");
        return string.Join('\n', [.. decisions, string.Join(' ', Records.Numbers(run))]);
    }
}
