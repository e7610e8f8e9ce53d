namespace Federation.Society.Tests.Scenarios;

/// <summary>Files of the repository that the program generates.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Compares with the file; with UPDATE_GENERATED=1 in the environment it writes it
    /// instead.</summary>
    public static void MustBe(string path, string text)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == text,
            $"{path} is not what the program generates: run the tests with UPDATE_GENERATED=1.");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Federation.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException(
            "Not inside the repository.");
    }
}
