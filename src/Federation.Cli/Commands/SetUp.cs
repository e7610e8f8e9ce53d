using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Federation.Contracts.Hosting;
using Federation.Contracts.Tracing;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;

namespace Federation.Cli.Commands;

/// <summary>What the environment names, looked at: each only where a variable names it.</summary>
/// <param name="read">Reads a variable.</param>
/// <param name="names">The names of all that are set.</param>
internal sealed class SetUp(Func<string, string?> read, IEnumerable<string> names)
{
    private const string OurPrefix = "FEDERATION_";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A server without a free connection is waited for; then it says so itself.</summary>
    private static readonly TimeSpan StorePatience = StoreSources.Patience + Patience;

    private static readonly string[] Samplers =
    [
        "always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off",
        "parentbased_traceidratio",
    ];

    public static SetUp OfProcess() => new(
        Environment.GetEnvironmentVariable, Environment.GetEnvironmentVariables().Keys.Cast<string>());

    public IEnumerable<Finding> All()
    {
        Finding[] store = [.. Named("FEDERATION_STORE", Store)];
        return store is [{ Ok: false }]
            ? [.. store, .. Beside(name => name == "FEDERATION_STORE" ? null : read(name))]
            : [.. store, .. Beside(read)];
    }

    /// <param name="ofSilo">What a silo is told, without a store that cannot be used.</param>
    private IEnumerable<Finding> Beside(Func<string, string?> ofSilo) =>
    [
        .. Named("OTEL_EXPORTER_OTLP_ENDPOINT", Collector),
        .. Named(TraceAddress.Variable, Jaeger),
        .. Named("OTEL_TRACES_SAMPLER", Sampler),
        .. new SiloSetUp(ofSilo).All(),
        .. Unknown(),
    ];

    private IEnumerable<Finding> Named(string variable, Func<string, Finding> look) =>
        read(variable) is { Length: > 0 } value ? [look(value)] : [];

    private static Finding Store(string text)
    {
        try
        {
            using var late = new CancellationTokenSource(StorePatience);
            var address = StoreAddress.Parse(text);
            var version = StoreSchema.VersionOfAsync(address, late.Token).GetAwaiter().GetResult();
            return version <= StoreSchema.Version
                ? new Finding("store", true, version == 0 ? $"{address}, empty" : $"{address}, version {version}", "")
                : new Finding("store", false, $"{address} was written by a newer version",
                    "Use the newer program, or another store");
        }
        catch (StoreException found)
        {
            return new Finding("store", false, $"{found.What} ({found.Where}): {found.Why}", found.Remedy);
        }
        catch (OperationCanceledException)
        {
            return new Finding("store", false, $"no answer within {StorePatience.TotalSeconds:0} s",
                "Start the database server, or correct FEDERATION_STORE");
        }
    }

    private static Finding Collector(string text) => Answering(
        "collector", text, "Start the collector, or take OTEL_EXPORTER_OTLP_ENDPOINT away: spans then go to a file",
        uri =>
        {
            using var socket = new TcpClient();
            using var late = new CancellationTokenSource(Patience);
            socket.ConnectAsync(uri.Host, uri.Port, late.Token).AsTask().GetAwaiter().GetResult();
            return $"{text} listens";
        });

    private static Finding Jaeger(string text) => Answering(
        "Jaeger", text, $"Start Jaeger, or correct {TraceAddress.Variable}: the address of its page",
        uri =>
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = client.GetAsync(new Uri(uri, "api/v3/services")).GetAwaiter().GetResult();
            answer.EnsureSuccessStatusCode();
            return $"{text} answers";
        });

    private static Finding Answering(string name, string text, string fix, Func<Uri, string> look)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return new Finding(name, false, $"'{text}' is no address", "Write it as in http://localhost:4317");
        try
        {
            return new Finding(name, true, look(uri), "");
        }
        catch (Exception gone) when (gone is SocketException or HttpRequestException or OperationCanceledException)
        {
            return new Finding(name, false, $"{text} does not answer: {gone.Message}", fix);
        }
    }

    private Finding Sampler(string text)
    {
        if (!Samplers.Contains(text))
            return new Finding(
                "sampler", false, $"OTEL_TRACES_SAMPLER={text} is none we know", $"Use {string.Join(", ", Samplers)}");
        var argument = read("OTEL_TRACES_SAMPLER_ARG") ?? "1";
        return !text.EndsWith("ratio", StringComparison.Ordinal)
            || (double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
                && share is >= 0 and <= 1)
            ? new Finding("sampler", true, text, "")
            : new Finding(
                "sampler", false, $"OTEL_TRACES_SAMPLER_ARG={argument} is no share", "Write a number from 0 to 1");
    }

    /// <summary>A misspelt variable is not heard by anybody.</summary>
    private IEnumerable<Finding> Unknown()
    {
        var known = typeof(LaunchOptions).GetProperties()
            .Select(property => OurPrefix + JsonNamingPolicy.SnakeCaseUpper.ConvertName(property.Name)).ToArray();
        return names.Where(name => name.StartsWith(OurPrefix, StringComparison.Ordinal) && !known.Contains(name))
            .Order(StringComparer.Ordinal)
            .Select(name => new Finding(
                "variable", false, $"{name} means nothing to silos or console",
                Nearest.Suggest(name, known, "See docs/guide/operate.md")));
    }
}
