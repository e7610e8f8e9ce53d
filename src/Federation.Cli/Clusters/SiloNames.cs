namespace Federation.Cli.Clusters;

/// <summary>Silos are called silo-1, silo-2 ...; people may say 1, 2 ...</summary>
internal static class SiloNames
{
    public static int NumberOf(string name) =>
        int.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), out var number) ? number : 0;

    /// <exception cref="ClusterException">No living silo has this name.</exception>
    public static SiloEntry Find(ClusterFile cluster, string folder, string name)
    {
        var full = name.All(char.IsAsciiDigit) ? $"silo-{name}" : name;
        return cluster.Living.FirstOrDefault(silo => silo.Name == full)
            ?? throw new ClusterException(
                $"No living silo is called {full}", folder,
                cluster.Living.Any()
                    ? $"There are {string.Join(", ", cluster.Living.Select(silo => silo.Name))}."
                    : "All silos of this cluster are gone; start another with 'federation cluster up'.",
                2);
    }
}
