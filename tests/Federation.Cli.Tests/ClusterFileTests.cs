using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class ClusterFileTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{ \"clusterId\": ")]
    [InlineData("\0\0\0")]
    public async Task A_damaged_state_is_told_with_its_file_and_what_to_do(string text)
    {
        var file = _folder.In("cluster.json");
        await File.WriteAllTextAsync(file, text);

        foreach (var command in (string[])["status", "down", "add"])
        {
            var refused = await Invocation.With(Composition.OfProgram(), ["cluster", command, "--dir", _folder.Path]);

            Assert.Equal(ExitCode.Usage, refused.Code);
            Assert.Contains(file, refused.Error, StringComparison.Ordinal);
            Assert.Contains("delete the file", refused.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Federation.Cli", refused.Error, StringComparison.Ordinal);
        }
    }
}
