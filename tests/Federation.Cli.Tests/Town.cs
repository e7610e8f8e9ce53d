namespace Federation.Cli.Tests;

/// <summary>A small federation that runs in milliseconds.</summary>
internal static class Town
{
    public static string In(Folder folder)
    {
        var file = folder.In("town.yaml");
        File.WriteAllText(file,
            """
            name: town
            federation: { kind: tree, fanOuts: [3, 3], levels: [town, quarter, street], members: 6 }
            space: { dimensions: [{ name: speed, unit: km/h, low: 20, high: 60 }, { name: quiet, unit: h, low: 0, high: 8 }] }
            statusQuo: { speed: 50, quiet: 1 }
            agenda: [{ title: Slower, circle: town/c1/c1, position: { speed: 24, quiet: 6 } }]
            """);
        return file;
    }
}
