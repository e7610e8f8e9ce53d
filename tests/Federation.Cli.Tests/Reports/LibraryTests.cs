using System.Security.Cryptography;
using Federation.Cli.Reports.Charts;

namespace Federation.Cli.Tests.Reports;

/// <summary>The scripts of others are the ones their projects published.</summary>
public sealed class LibraryTests
{
    /// <summary>From the npm packages d3 7.9.2 and @observablehq/plot 0.6.17, both under the ISC licence.</summary>
    [Theory]
    [InlineData("d3.min.js", "912111098EA99503A6F4967361D2BBDC9DBF58CF9C678C8E27E5B02D1A07F0C1")]
    [InlineData("plot.umd.min.js", "4358086467740777DD788D6B27A95CEBDBAEFDD50C730A3060117073BD7134CB")]
    public void A_script_of_others_is_the_published_file(string name, string hash)
    {
        using var stream = typeof(Library).Assembly.GetManifestResourceStream(name)!;

        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(stream)));
    }

    [Fact]
    public void Every_copy_carries_its_licence() => Assert.All(
        Library.Scripts.Take(2),
        script => Assert.Contains("Permission to use, copy, modify", script[..1500], StringComparison.Ordinal));

    [Fact]
    public void No_script_ends_its_own_element() => Assert.All(
        Library.Scripts, script => Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase));
}
