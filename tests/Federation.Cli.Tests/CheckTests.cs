namespace Federation.Cli.Tests;

/// <summary><c>federation check</c> tells what it does not hold as plainly as what it does.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task What_no_row_holds_is_told_beside_the_row_it_belongs_to()
    {
        var beside = await Invocation.Of("check", "--only", "V57", "--json");
        var other = await Invocation.Of("check", "--only", "V1", "--json");
        var text = await Invocation.Of("check", "--only", "V57");

        Assert.Equal("V57", (string?)Assert.Single(beside.Json["notHeld"]!.AsArray())!["id"]);
        Assert.Empty(other.Json["notHeld"]!.AsArray());
        Assert.Contains("Said by sources and held by no row", text.Out, StringComparison.Ordinal);
        Assert.Contains(".067", text.Out, StringComparison.Ordinal);
    }
}
