using System.Text;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Scenarios;

public sealed class NastyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenario-");

    public void Dispose() => _folder.Delete(recursive: true);

    private ScenarioError Refused(byte[] bytes)
    {
        var file = Path.Combine(_folder.FullName, "nasty.yaml");
        File.WriteAllBytes(file, bytes);
        return Assert.Throws<ScenarioException>(() => ScenarioReader.Read(file)).Errors[0];
    }

    private ScenarioError Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void An_empty_file_says_nothing()
    {
        Assert.Contains("is empty", Refused("").Reason, StringComparison.Ordinal);
        Assert.Contains(
            "says nothing", Refused("# only a comment\n").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_and_a_missing_file_are_told_apart()
    {
        Assert.Contains("folder", Assert.Throws<ScenarioException>(
            () => ScenarioReader.Read(_folder.FullName)).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<ScenarioException>(
            () => ScenarioReader.Read(Path.Combine(_folder.FullName, "none.yaml"))).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Other_encodings_are_named()
    {
        Assert.Contains(
            "UTF-16", Refused(Encoding.Unicode.GetPreamble()).Reason, StringComparison.Ordinal);
        Assert.Contains("NUL", Refused("name: x\nabout: \0").Reason, StringComparison.Ordinal);
        var latin = Refused([.. Encoding.ASCII.GetBytes("name: x\nabout: caf"), 0xE9, (byte)'\n']);
        Assert.Equal(("The file is not UTF-8 from this line on", 2), (latin.Reason, latin.Line));
    }

    [Fact]
    public void A_byte_order_mark_is_allowed()
    {
        var file = Path.Combine(_folder.FullName, "mark.yaml");
        File.WriteAllBytes(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ScenarioYaml.Small)]);

        Assert.Equal("small", ScenarioReader.Read(file).Name);
    }

    [Fact]
    public void More_than_one_megabyte_is_too_much() =>
        Assert.Contains(
            "1,000,000 bytes", Refused(new byte[ScenarioTextMax + 1]).Reason, StringComparison.Ordinal);

    private const int ScenarioTextMax = 1_000_000;

    [Theory]
    [InlineData("a: &x [1]\nb: *x\n", "Anchors")]
    [InlineData("a: *x\n", "Aliases")]
    [InlineData("a: &a [\"x\",\"x\"]\nb: &b [*a,*a]\n", "Anchors")]
    [InlineData("<<: 1\n", "no such key")]
    [InlineData("name: !secret x\n", "Tags")]
    [InlineData("name: a\nname: b\n", "twice")]
    [InlineData("---\nname: a\n---\nname: b\n", "second document")]
    [InlineData("? [a, b]\n: c\n", "plain text")]
    [InlineData("name: [unclosed\n", "not YAML")]
    [InlineData("name: x\n\tabout: y\n", "not YAML")]
    [InlineData("- a\n- b\n", "not a group of keys")]
    [InlineData("just text\n", "not a group of keys")]
    public void Yaml_that_scenarios_do_not_use_is_refused_with_its_line(string text, string reason)
    {
        var errors = Assert.Throws<ScenarioException>(() => ScenarioYaml.Read(text)).Errors;

        Assert.Contains(
            errors, error => error.Reason.Contains(reason, StringComparison.Ordinal)
            && error.Line > 0);
    }

    [Fact]
    public void Deep_nesting_ends_in_an_error_not_in_a_lost_process() =>
        Assert.Contains(
            "Nested", Refused("a: " + new string('[', 100_000)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Thousands_of_errors_are_told_as_fifty() =>
        Assert.Equal(50, ScenarioYaml.Errors(
            string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"key{i}: 1"))).Count);
}
