using Federation.Cli.Terminals;

namespace Federation.Cli.Tests.Studies;

/// <summary>Who decided a matter is told where it was not the same circle.</summary>
public sealed class OwnersTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_matter_that_reached_another_circle_is_named_with_the_circles_and_rules()
    {
        var said = await SaysNot("elsewhere", "--rules", "plurality,statusQuo");

        Assert.Contains("matter 2, ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("matter 1, ", said, StringComparison.Ordinal);
        Assert.Contains("under plurality", said, StringComparison.Ordinal);
        Assert.Contains("under statusQuo", said, StringComparison.Ordinal);
        Assert.Contains(",decidedAt,", (await File.ReadAllLinesAsync(_folder.In("elsewhere/runs.csv")))[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_where_the_same_circles_decided() => Assert.DoesNotContain(
        "Not every matter was decided by the same circle", await SaysNot("same", "--vary", "measure.smallestHarm=0.01,0.02"),
        StringComparison.Ordinal);

    private async Task<string> SaysNot(string name, params string[] asked)
    {
        var compare = await Invocation.Of(
            ["compare", "cohousing", .. asked, "--replications", "3", "--out", _folder.In(name), "--json"]);
        Assert.Equal(ExitCode.Ok, compare.Code);
        return string.Join('\n', compare.Json["saysNot"]!.AsArray().Select(one => (string)one!));
    }
}
