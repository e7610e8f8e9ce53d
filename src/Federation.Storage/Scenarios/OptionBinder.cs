using System.Collections.Immutable;
using System.Reflection;

namespace Federation.Storage.Scenarios;

/// <summary>Values to an options record: the record's own defaults, changed where the file says
/// so.</summary>
internal static class OptionBinder
{
    /// <param name="whole">Whether names with numbers replace the defaults' names, as in a resolved
    /// scenario, or are added to them, as in a file.</param>
    public static object Bind(ScenarioValues values, string section, bool whole = false)
    {
        var known = OptionSection.All.Single(candidate => candidate.Name == section);
        var options = Activator.CreateInstance(known.Defaults.GetType())!;
        foreach (var property in known.Properties)
            if (values.Find($"{section}.{OptionSection.KeyName(property)}") is { } given)
                property.SetValue(options, Fit(property, given, whole ? null : known.Defaults));
        return options;
    }

    private static object Fit(PropertyInfo property, object given, object? defaults) => given switch
    {
        long whole when property.PropertyType == typeof(int) => checked((int)whole),
        ImmutableSortedDictionary<string, double> some when defaults is not null =>
            ((ImmutableSortedDictionary<string, double>)property.GetValue(defaults)!).SetItems(
                some),
        _ => given,
    };
}
