using System.CommandLine;
using Federation.Contracts.Hosting;

namespace Federation.Cli.Commands;

/// <summary>cluster up | status | add | kill | drain | down: silo processes on this machine.</summary>
public static class ClusterCommands
{
    private static readonly Option<string> Dir = new("--dir")
    {
        Description = "The cluster's folder.", DefaultValueFactory = _ => ".federation", Recursive = true,
    };

    public static Command Create()
    {
        var cluster = new Command("cluster", "Silo processes on this machine; their state is kept on disk.")
        {
            Up(),
            Simple("status", "Who is in the cluster, and how they are.", ClusterActions.StatusAsync),
            Simple("add", "Start one more silo.", ClusterActions.AddAsync),
            Named("kill", "End a silo without warning (SIGKILL).", ClusterActions.KillAsync),
            Named("drain", "Let a silo hand over and leave (SIGTERM).", ClusterActions.DrainAsync),
            Simple("down", "Drain all silos; what circles stored stays.", ClusterActions.DownAsync),
        };
        cluster.Options.Add(Dir);
        return cluster;
    }

    private static Command Up()
    {
        var silos = new Option<int>("--silos") { Description = "How many, 1 to 16.", DefaultValueFactory = _ => 3 };
        var store = new Option<string>("--store")
        {
            Description = "sqlite, sqlite:PATH or postgres:CONNECTION.", DefaultValueFactory = _ => "sqlite",
        };
        var durability = new Option<Durability>("--durability") { Description = "every or none." };
        var foreground = new Option<bool>("--foreground") { Description = "Stay; Ctrl+C takes the silos down." };
        var up = new Command("up", "Start silos that stay when the console ends.") { silos, store, durability, foreground };
        up.SetAction((parsed, stop) => ClusterOutput.SayAsync(parsed, tell => ClusterActions.UpAsync(
            new UpRequest(
                parsed.GetRequiredValue(Dir), parsed.GetValue(silos), parsed.GetRequiredValue(store),
                parsed.GetValue(durability), parsed.GetValue(foreground)),
            tell, stop)));
        return up;
    }

    private static Command Simple(
        string name, string description, Func<string, Action<string>, CancellationToken, Task<ClusterReply>> action)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, stop) =>
            ClusterOutput.SayAsync(parsed, tell => action(parsed.GetRequiredValue(Dir), tell, stop)));
        return command;
    }

    private static Command Named(
        string name, string description, Func<string, string, CancellationToken, Task<ClusterReply>> action)
    {
        var silo = new Argument<string>("SILO") { Description = "Its name or number: silo-2 or 2." };
        var command = new Command(name, description) { silo };
        command.SetAction((parsed, stop) => ClusterOutput.SayAsync(
            parsed, _ => action(parsed.GetRequiredValue(Dir), parsed.GetRequiredValue(silo), stop)));
        return command;
    }
}
