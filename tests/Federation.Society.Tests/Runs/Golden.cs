using Federation.Society.Tests.Scenarios;

namespace Federation.Society.Tests.Runs;

/// <summary>Results kept on record as text.</summary>
internal static class Golden
{
    /// <summary>Compares line by line; with UPDATE_GENERATED=1 in the environment it writes the file instead.</summary>
    public static void MustBe(string path, IEnumerable<string> lines)
    {
        var found = lines.ToArray();
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, string.Join('\n', found) + "\n");
        }

        var recorded = File.Exists(file) ? File.ReadAllLines(file) : [];
        var differences = Enumerable.Range(0, Math.Max(recorded.Length, found.Length))
            .Where(line => recorded.ElementAtOrDefault(line) != found.ElementAtOrDefault(line))
            .Select(line => $"  line {line + 1}\n  - {recorded.ElementAtOrDefault(line)}\n  + {found.ElementAtOrDefault(line)}");
        Assert.True(recorded.SequenceEqual(found),
            $"{path} (-) is not what the run gives (+); if that is meant, run the tests with UPDATE_GENERATED=1.\n"
            + string.Join('\n', differences.Take(12)));
    }
}
