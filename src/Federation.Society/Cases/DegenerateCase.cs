using System.Collections.Immutable;
using Federation.Governance.Circles;

namespace Federation.Society.Cases;

/// <summary>A known way for a federation to go wrong, with what finds it in a finished run.</summary>
/// <param name="Number">Its number in the catalogue, 1 to 30; never given again.</param>
/// <param name="Name">A short name, lower case.</param>
/// <param name="Meaning">What goes wrong, a sentence.</param>
/// <param name="Detector">The recorded facts it is told by, a sentence.</param>
/// <param name="Cure">The rule or setting that cures it.</param>
/// <param name="Find">Every place of a run where it shows; reads what was recorded and no setting alone.</param>
/// <remarks>The catalogue with examples: docs/guide/cases.md.</remarks>
public sealed record DegenerateCase(
    int Number, string Name, string Meaning, string Detector, Cure Cure,
    Func<FinishedRun, IEnumerable<Finding>> Find)
{
    /// <summary>The case at one place.</summary>
    /// <param name="decision">The matter it befell; 0 for none.</param>
    public Finding At(CircleId circle, int day, int decision, IEnumerable<string> people, string what) =>
        new(this, circle, day, decision, [.. people], what);

    /// <summary>"late-message": as files are named after it.</summary>
    public string Slug => Name.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal);
}

/// <summary>What cures a case.</summary>
/// <param name="Settings">Keys of a scenario with a value that helps, as <c>--set</c> takes them; none
/// where only another structure of circles does.</param>
/// <param name="Why">Why that helps, a sentence part.</param>
public sealed record Cure(ImmutableArray<string> Settings, string Why)
{
    public static Cure By(string setting, string why) => new([setting], why);

    /// <summary>"process.absentees=wait (the decision waits for everyone)".</summary>
    public override string ToString() =>
        Settings.IsEmpty ? Why : $"{string.Join(" and ", Settings)} ({Why})";
}

/// <summary>A degenerate case found in a run.</summary>
/// <param name="Circle">Where.</param>
/// <param name="Day">The simulated day it showed.</param>
/// <param name="Decision">The matter it befell; 0 for none.</param>
/// <param name="People">Who took part, in words; none where it is nobody's doing.</param>
/// <param name="What">What happened, a sentence.</param>
public sealed record Finding(
    DegenerateCase Case, CircleId Circle, int Day, int Decision, ImmutableArray<string> People, string What);
