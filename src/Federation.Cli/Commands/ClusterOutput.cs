using System.CommandLine;
using System.Text.Json;
using Federation.Cli.Clusters;
using Federation.Storage.Sql;

namespace Federation.Cli.Commands;

/// <summary>Says a cluster command's reply or failure, as text or as one JSON document.</summary>
internal static class ClusterOutput
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> SayAsync(ParseResult parsed, Func<Action<string>, Task<ClusterReply>> act)
    {
        var asJson = parsed.GetValue<bool>("--json");
        try
        {
            var reply = await act(Console.Error.WriteLine).ConfigureAwait(false);
            if (asJson) WriteJson(reply);
            else WriteText(reply);
            return 0;
        }
        catch (ClusterException failed)
        {
            return Fail(asJson, parsed, new Failure("cluster", failed.What, failed.Where, failed.Remedy), failed.ExitCode);
        }
        catch (StoreException failed)
        {
            var failure = new Failure("store", $"{failed.What}: {failed.Why}", failed.Where, failed.Remedy);
            return Fail(asJson, parsed, failure, failed.Fault is StoreFault.Address ? 2 : 1);
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private sealed record Failure(string Code, string Message, string Where, string Remedy);

    private static int Fail(bool asJson, ParseResult parsed, Failure error, int exitCode)
    {
        var command = $"cluster {parsed.CommandResult.Command.Name}";
        if (asJson) Console.Out.WriteLine(JsonSerializer.Serialize(new { command, version = Version, ok = false, error }, Json));
        else Console.Error.WriteLine($"{error.Message} ({error.Where}). {error.Remedy}");
        return exitCode;
    }

    private static void WriteJson(ClusterReply reply) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new { reply.Command, version = Version, ok = true, reply.Said, reply.Status?.Silos, reply.Status?.Storage }, Json));

    private static void WriteText(ClusterReply reply)
    {
        foreach (var silo in reply.Status?.Silos ?? [])
        {
            Console.Out.WriteLine(
                $"{silo.Name,-8} {silo.Status,-12} {silo.Pid,8} {silo.Address,-21} {silo.Gateway,-21} since {silo.Since:u} {silo.Activations,10:N0} activations");
        }

        if (reply.Status is { } status) Console.Out.WriteLine(status.Storage);
        if (reply.Said.Length > 0) Console.Out.WriteLine(reply.Said);
    }

    private static string Version { get; } =
        typeof(ClusterOutput).Assembly.GetName().Version?.ToString(3) ?? "0";
}
