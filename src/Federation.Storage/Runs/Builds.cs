using System.Reflection;
using Federation.Governance.Federating;
using Federation.Society.Runs;

namespace Federation.Storage.Runs;

/// <summary>Which build of the program computes here.</summary>
public static class Builds
{
    /// <summary>The ids the compiler gave the rules, the society and what opens scenarios: equal only where their
    /// code is equal, whatever version they call themselves.</summary>
    public static string Computing { get; } = string.Join('.', new[]
    {
        typeof(Register).Assembly, typeof(Reference).Assembly, typeof(Worlds).Assembly,
    }.Select(Id));

    private static string Id(Assembly assembly) => assembly.ManifestModule.ModuleVersionId.ToString("N");
}
