using System.Collections.Immutable;
using System.Reflection;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>A section of the file that is one options record; the record owns the
/// defaults.</summary>
/// <param name="Name">The section's key: "process".</param>
/// <param name="Defaults">The record as it is when the file says nothing.</param>
internal sealed record OptionSection(string Name, object Defaults)
{
    /// <summary>In the order files and canonical text have them.</summary>
    public static ImmutableArray<OptionSection> All { get; } =
    [
        new("people", new PeopleOptions()),
        new("needs", new NeedOptions()),
        new("process", new ProcessOptions()),
        new("rules", new RuleOptions()),
        new("reviews", new ReviewOptions()),
        new("cadence", new CadenceOptions()),
        new("faults", new FaultOptions()),
        new("attacks", new AttackOptions()),
        new("measure", new MeasureOptions()),
        new("life", new LifeOptions()),
        new("links", new LinkOptions()),
        new("selection", new SelectionOptions()),
        new("breaker", new BreakerOptions()),
        new("adoption", new AdoptionOptions()),
    ];

    public static OptionSection Of(object options) =>
        All.Single(section => section.Defaults.GetType() == options.GetType());

    /// <summary>The record's own properties in the order they are declared.</summary>
    public IEnumerable<PropertyInfo> Properties =>
        Defaults.GetType().GetProperties().Where(property => property.CanWrite)
            .OrderBy(property => property.MetadataToken);

    public static string KeyName(PropertyInfo property) =>
        char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    public static KeyKind KindOf(PropertyInfo property, bool choices) =>
        property.PropertyType switch
    {
        var type when type == typeof(int) => KeyKind.Whole,
        var type when type == typeof(double) => KeyKind.Number,
        var type when type == typeof(string) => choices ? KeyKind.Choice : KeyKind.Text,
        var type when type == typeof(ImmutableArray<string>) => KeyKind.Choices,
        var type when type == typeof(ImmutableArray<double>) => KeyKind.Numbers,
        var type when type == typeof(ImmutableSortedDictionary<string, double>) =>
            KeyKind.NumbersByName,
        var type => throw new NotSupportedException(
            $"{property.Name}: scenario files cannot write {type}."),
    };

    /// <summary>A row of the table whose kind and default come from the record.</summary>
    public static ScenarioKey Key(
        string section, string property, string meaning, double low = double.NegativeInfinity,
        double high = double.PositiveInfinity, string unit = "", params string[] words)
    {
        var owner = All.Single(known => known.Name == section);
        var found = owner.Defaults.GetType().GetProperty(property)!;
        return new ScenarioKey(
            $"{section}.{KeyName(found)}", KindOf(found, words.Length > 0), meaning)
        {
            Unit = unit,
            Default = found.GetValue(owner.Defaults),
            Low = low,
            High = high,
            Words = [.. words],
        };
    }
}
