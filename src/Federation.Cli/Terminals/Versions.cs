using System.Reflection;

namespace Federation.Cli.Terminals;

/// <summary>Which program this is.</summary>
internal static class Versions
{
    public static string Program { get; } =
        typeof(Versions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "0";

    public static string Runtime => Environment.Version.ToString();
}
