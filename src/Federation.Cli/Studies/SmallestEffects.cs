using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Federation.Society.Measures;
using Federation.Society.Scenarios;

namespace Federation.Cli.Studies;

/// <summary>The smallest difference of interest, named beforehand, measure by measure.</summary>
internal static class SmallestEffects
{
    public static Option<string[]> Option()
    {
        var option = new Option<string[]>("--smallest-effect")
        {
            Description = "The smallest difference of mean harm of interest, measure.smallestHarm when left out; or of "
                + "another measure: --smallest-effect weeks=4; repeatable.",
            HelpName = "H",
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Parse(token.Value) is null))
                result.AddError($"--smallest-effect {token.Value}: it takes a number from 0 to 1, or measure=number");
            if (result.Tokens.CountBy(token => Parse(token.Value)?.Measure ?? "").Any(measure => measure.Value > 1))
                result.AddError("--smallest-effect names a measure twice");
        });
        return option;
    }

    public static ImmutableSortedDictionary<string, double> Of(string[]? given, Scenario scenario) =>
        ImmutableSortedDictionary<string, double>.Empty
            .Add(RunMeasures.Primary, scenario.Measure.SmallestHarm)
            .SetItems((given ?? []).Select(one => Parse(one)!.Value)
                .Select(one => KeyValuePair.Create(one.Measure, one.Smallest)));

    /// <returns>Null for what is neither a number nor a measure's.</returns>
    private static (string Measure, double Smallest)? Parse(string given)
    {
        var cut = given.IndexOf('=');
        var measure = cut < 0 ? RunMeasures.Primary : given[..cut];
        return RunMeasures.IndexOf(measure) >= 0
            && double.TryParse(
                given[(cut + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var smallest)
            && double.IsFinite(smallest) && (measure != RunMeasures.Primary || smallest <= 1)
            ? (measure, smallest) : null;
    }
}
