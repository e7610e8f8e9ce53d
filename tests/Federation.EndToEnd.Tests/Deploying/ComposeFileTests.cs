namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>What docker-compose.yml promises to whoever starts it on a machine of their own.</summary>
public sealed class ComposeFileTests
{
    private readonly ComposeFile _compose = ComposeFile.Read(
        new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = "one", ["FEDERATION_PASSWORD"] = "two" });

    [Fact]
    public void Nothing_is_open_to_other_machines() => Assert.All(
        _compose.Services.SelectMany(service => service.List("ports")),
        port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));

    [Fact]
    public void No_password_is_written_down()
    {
        Assert.DoesNotContain("Password=", ComposeFile.Text.Replace("Password=${", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.All(
            File.ReadAllLines(Path.Combine(ComposeFile.Checkout, ".env.example")),
            line => Assert.True(line.StartsWith('#') || line.EndsWith('='), line));
    }

    [Fact]
    public void Our_programs_may_do_as_little_as_they_need() => Assert.All(
        _compose.Services.Where(service => service.Image.StartsWith("federation:", StringComparison.Ordinal)),
        service =>
        {
            Assert.Equal("1654:1654", service.Text("user"));
            Assert.Equal("true", service.Text("read_only"));
            Assert.Equal(["ALL"], service.List("cap_drop"));
            Assert.Equal(["no-new-privileges:true"], service.List("security_opt"));
        });

    [Fact]
    public void Only_silos_and_consoles_reach_the_database_and_only_the_collector_reaches_them()
    {
        string[] ours = ["silo-1", "silo-2", "silo-3", "console"];

        Assert.Equal(ours.Append("postgres").Order(), Beside("postgres"));
        Assert.Equal(ours.Append("postgres").Append("collector").Order(), Beside("silo-1"));
        Assert.Equal(["collector", "jaeger", "prometheus"], Beside("jaeger"));
        Assert.All(_compose.Services, service => Assert.NotEmpty(service.List("networks")));
    }

    [Fact]
    public void Every_image_has_a_version() => Assert.All(_compose.Services, service =>
        Assert.Matches(":[0-9v]", service.Image[service.Image.LastIndexOf(':')..]));

    [Fact]
    public void Every_file_it_mounts_is_in_the_checkout() => Assert.All(
        _compose.Services.SelectMany(service => service.Files.Append(service.Dockerfile)),
        file => Assert.True(Path.Exists(Path.Combine(ComposeFile.Checkout, file)), file));

    /// <summary>Whoever shares a network with a service.</summary>
    private IEnumerable<string> Beside(string name) => _compose.Services
        .Where(service => service.List("networks").Intersect(_compose[name].List("networks")).Any())
        .Select(service => service.Name).Order();
}
