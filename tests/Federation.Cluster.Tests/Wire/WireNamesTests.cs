using System.Reflection;
using Federation.Contracts.Circles;
using Federation.Grains;

namespace Federation.Cluster.Tests.Wire;

/// <summary>What silos of two versions must agree on to stand in one cluster.</summary>
/// <remarks>
/// Names and numbers are held by a file: adding a line is compatible, changing or removing one is not,
/// and needs a higher version of the interface and an answer in docs/guide/upgrade.md.
/// </remarks>
public sealed class WireNamesTests
{
    private static readonly Assembly[] Speaking = [typeof(ICircleGrain).Assembly, typeof(GrainHosting).Assembly];

    private static string File { get; } = Path.Combine(Checkout(), "tests", "Federation.Cluster.Tests", "Wire", "names.txt");

    [Fact]
    public void Names_and_numbers_on_the_wire_are_those_of_the_file()
    {
        var lines = Speaking.SelectMany(assembly => assembly.GetTypes()).SelectMany(Told).Order(StringComparer.Ordinal).ToArray();
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1") System.IO.File.WriteAllLines(File, lines);

        Assert.Equal(System.IO.File.ReadAllLines(File), lines);
    }

    [Fact]
    public void Every_type_that_travels_has_a_name_that_outlives_its_namespace() => Assert.All(
        Speaking.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null && !type.Name.Contains('<')),
        type => Assert.NotNull(type.GetCustomAttribute<AliasAttribute>()));

    private static IEnumerable<string> Told(Type type)
    {
        if (type.GetCustomAttribute<AliasAttribute>() is not { } named) yield break;
        var version = type.GetCustomAttributes().FirstOrDefault(one => one.GetType().Name == "VersionAttribute");
        yield return version is null ? named.Alias
            : $"{named.Alias} version {version.GetType().GetProperty("Version")!.GetValue(version)}";
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (method.GetCustomAttribute<AliasAttribute>() is { } called)
                yield return $"{named.Alias} {called.Alias}({string.Join(", ", method.GetParameters().Select(one => one.ParameterType.Name))})";
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<IdAttribute>() is { } id)
                yield return $"{named.Alias} {id.Id}: {property.Name} {property.PropertyType.Name}";
        }
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "docker-compose.yml"))) folder = folder.Parent;
        return folder.FullName;
    }
}
