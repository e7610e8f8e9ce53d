using Federation.Check;
using Federation.Society.Tests.Scenarios;

namespace Federation.Society.Tests.Known;

/// <summary>docs/guide/check.md says what the rows say, and names tests that exist.</summary>
public sealed class CheckGuideTests
{
    [Fact]
    public void The_guide_is_what_the_rows_say() =>
        Repository.MustBe("docs/guide/check.md", CheckGuide.Text(TakenRows.All));

    [Fact]
    public void The_tests_it_names_exist()
    {
        string[] classes = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))];

        Assert.All(
            Coverage.All.SelectMany(one => one.Tests.Split(", ", StringSplitOptions.RemoveEmptyEntries)),
            name => Assert.Contains(name, classes));
    }
}
