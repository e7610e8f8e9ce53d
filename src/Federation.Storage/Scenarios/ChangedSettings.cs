using System.Collections;
using System.Reflection;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Which settings of a scenario are not the defaults, and taking one of them back.</summary>
public static class ChangedSettings
{
    /// <summary>Keys such as "process.shaping", in the order files have them.</summary>
    public static IEnumerable<string> Of(Scenario scenario) => OptionSection.All.SelectMany(section =>
        Of(section, Section(scenario, section))
            .Select(property => $"{section.Name}.{OptionSection.KeyName(property)}"));

    /// <summary>The scenario with one setting as it is by default, for every setting that is not.</summary>
    public static IEnumerable<Scenario> TakenBack(Scenario scenario) => OptionSection.All.SelectMany(section =>
        Of(section, Section(scenario, section)).Select(property => With(scenario, section, property)));

    internal static object Section(Scenario scenario, OptionSection section) => Holder(section).GetValue(scenario)!;

    internal static IEnumerable<PropertyInfo> Of(OptionSection section, object options) => section.Properties
        .Where(property => !Same(property.GetValue(options), property.GetValue(section.Defaults)));

    private static PropertyInfo Holder(OptionSection section) =>
        typeof(Scenario).GetProperties().Single(property => property.PropertyType == section.Defaults.GetType());

    private static Scenario With(Scenario scenario, OptionSection section, PropertyInfo back)
    {
        var options = Copy(Section(scenario, section), back, back.GetValue(section.Defaults));
        return (Scenario)Copy(scenario, Holder(section), options);
    }

    /// <summary>A copy of a record with one property set.</summary>
    private static object Copy(object record, PropertyInfo changed, object? value)
    {
        var copy = Activator.CreateInstance(record.GetType())!;
        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite))
            property.SetValue(copy, property.Name == changed.Name ? value : property.GetValue(record));
        return copy;
    }

    private static bool Same(object? left, object? right) =>
        left is IEnumerable and not string && right is IEnumerable and not string
            ? ((IEnumerable)left).Cast<object>().SequenceEqual(((IEnumerable)right).Cast<object>())
            : Equals(left, right);
}
