using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Federation.Governance.Circles;

namespace Federation.Governance.Tests;

/// <summary>The core sees no clock, no dice, no files, no network, no threads and no Orleans.</summary>
public class PurityTests
{
    private static readonly string[] Namespaces = ["System.IO", "System.Threading", "System.Net", "Orleans"];

    private static readonly string[] Types =
    [
        "System.Random", "System.DateTime", "System.DateTimeOffset", "System.TimeProvider",
        "System.Diagnostics.Stopwatch", "System.Console", "System.Environment", "System.Guid",
    ];

    /// <summary>One assembly a line; every pure assembly belongs here.</summary>
    public static TheoryData<Assembly> Pure => [typeof(CircleId).Assembly];

    [Theory]
    [MemberData(nameof(Pure))]
    public void Core_is_pure(Assembly assembly) => Assert.DoesNotContain(References(assembly), type => IsImpure(type));

    [Fact]
    public void The_check_sees_what_a_test_assembly_uses() =>
        Assert.Contains(References(typeof(PurityTests).Assembly), type => IsImpure(type));

    private static bool IsImpure(string type) =>
        Types.Contains(type)
        || Namespaces.Any(name => type.StartsWith(name + ".", StringComparison.Ordinal));

    /// <summary>Full names of every type of another assembly the metadata mentions, signatures included.</summary>
    private static string[] References(Assembly assembly)
    {
        using FileStream file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences
                .Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }
}
