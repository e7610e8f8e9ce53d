using System.Text.Json.Nodes;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

/// <summary>One invocation of the program inside the test's process, with what it wrote.</summary>
internal sealed record Invocation(int Code, string Out, string Error)
{
    public JsonObject Json => JsonNode.Parse(Out)!.AsObject();

    public static Task<Invocation> Of(params string[] arguments) => With(Failing, arguments);

    public static async Task<Invocation> With(
        Composition composition, string[] arguments, bool isTerminal = false,
            CancellationToken interrupted = default)
    {
        using var written = new StringWriter();
        using var errors = new StringWriter();
        var terminal = new Terminal(
            written, errors, isTerminal, isTerminal, NoColor: false, Width: 100);
        var code = await Application.Run(arguments, terminal, composition, interrupted);
        return new Invocation(code, written.ToString(), errors.ToString());
    }

    /// <summary>Nothing behind the commands works.</summary>
    public static Composition Failing { get; } = new(
        (_, _, _) => throw new CommandFailure(
            "no_cluster", "No silo answers", "federation cluster up", exitCode: ExitCode.NoCluster),
        (_, _) => throw new InvalidOperationException("broken inside"),
        (_, _) => throw new CommandFailure("failed", "Nothing to verify with", ""));

    /// <summary>A run that goes on until somebody stops it.</summary>
    public static Composition Endless(Action began) => Failing with
    {
        Run = async (_, _, limit) =>
        {
            began();
            await Task.Delay(Timeout.Infinite, limit);
            throw new InvalidOperationException("cannot be reached");
        },
    };

    /// <summary>A run that ends at once with a written-out report, to see how it is shown and
    /// kept.</summary>
    public static Composition Ending(RunReport report) => Failing with
    {
        Run = (_, progress, _) =>
        {
            progress.Report(new RunProgress("asking circles", 10, 100, 2, 3));
            return Task.FromResult(report);
        },
    };
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("federation-").FullName;

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
