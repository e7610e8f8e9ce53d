using Federation.Cli.Commands;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>The silos of a cluster and where circles are kept.</summary>
internal static class ClusterView
{
    public static void Write(Page page, ClusterReply reply)
    {
        if (reply.Status is { } status)
        {
            page.Table(["silo", "status", "process", "address", "gateway", "since", "activations"],
            [
                .. status.Silos.Select(silo => new[]
                {
                    silo.Name, $"{silo.Status}", $"{silo.Pid}", $"{silo.Address}",
                        $"{silo.Gateway}",
                    $"{silo.Since:u}", $"{silo.Activations:#,0}",
                }),
            ]);
            page.Line($"Circles are kept in {status.Storage}.");
        }

        if (reply.Said.Length > 0) page.Line(reply.Said);
    }
}
