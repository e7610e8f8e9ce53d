using System.CommandLine;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Contracts.Hosting;

namespace Federation.Cli.Commands;

/// <summary>cluster up | status | add | kill | drain | down: silo processes on this
/// machine.</summary>
internal sealed class ClusterCommands
{
    private readonly Reporting _reporting;

    private ClusterCommands(Reporting reporting) => _reporting = reporting;

    private Option<string> Dir { get; } = new("--dir")
    {
        Description = "The cluster's folder.", DefaultValueFactory = _ => ".federation",
        Recursive = true, HelpName = "DIR",
    };

    public static Command Create(Reporting reporting) => new ClusterCommands(reporting).Group();

    private Command Group()
    {
        var cluster = new Command(
            "cluster", "Silo processes on this machine; their state is kept on disk.")
        {
            Up(),
            Simple("status", "Who is in the cluster, and how they are.",
                ClusterActions.StatusAsync),
            Simple("add", "Start one more silo.", ClusterActions.AddAsync),
            Named("kill", "End a silo without warning (SIGKILL).", ClusterActions.KillAsync),
            Named("drain", "Let a silo hand over and leave (SIGTERM).", ClusterActions.DrainAsync),
            Simple("down", "Drain all silos; what circles stored stays.", ClusterActions.DownAsync),
        };
        cluster.Options.Add(Dir);
        return _reporting.Group(cluster, "federation cluster up --silos 3");
    }

    private Command Up()
    {
        var silos = new Option<int>("--silos")
        {
            Description = "How many, 1 to 16.",
            DefaultValueFactory = _ => 3,
        };
        var store = new Option<string>("--store")
        {
            Description = "sqlite, sqlite:PATH or postgres:CONNECTION.", DefaultValueFactory = _ =>
                "sqlite",
        };
        var durability = new Option<Durability>("--durability")
        {
            Description = "every or none.",
        };
        var outlives = RunOptions.Safety("power-cut");
        var commits = RunOptions.Commits();
        var dashboard = RunOptions.Dashboard();
        var room = new Option<int>("--store-megabytes")
        {
            Description = "How large a SQLite store may get; then writes are refused as on a full disk.",
            HelpName = "MB",
        };
        room.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && !(int.TryParse(result.Tokens[0].Value, out var given) && given is >= 0 and <= 1_000_000))
                result.AddError("--store-megabytes takes a number from 1 to 1000000, or 0 for no limit");
        });
        var foreground = new Option<bool>("--foreground")
        {
            Description = "Stay; Ctrl+C takes the silos down.",
        };
        var up = new Command(
            "up", "Start silos that stay when the console ends.") { silos, store, durability,
            outlives, commits, room, dashboard, foreground };
        return Carry(
            up, "federation cluster up --silos 3", (parsed, tell, stop) => ClusterActions.UpAsync(
            new UpRequest(
                parsed.GetRequiredValue(Dir), parsed.GetValue(silos),
                parsed.GetRequiredValue(store),
                parsed.GetValue(durability), parsed.GetValue(foreground))
            {
                SurvivesPowerLoss = parsed.GetValue(outlives) == "power-cut",
                Commits = Enum.Parse<Commits>(parsed.GetRequiredValue(commits), ignoreCase: true),
                StoreMegabytesMax = parsed.GetValue(room),
                DashboardPort = parsed.GetValue(dashboard),
            },
            tell, stop));
    }

    private Command Simple(
        string name, string description, Func<string, Action<string>, CancellationToken,
            Task<ClusterReply>> action)
    {
        return Carry(new Command(name, description), $"federation cluster {name}",
            (parsed, tell, stop) => action(parsed.GetRequiredValue(Dir), tell, stop));
    }

    private Command Named(
        string name, string description, Func<string, string, CancellationToken,
            Task<ClusterReply>> action)
    {
        var silo = new Argument<string>("SILO")
        {
            Description = "Its name or number: silo-2 or 2.",
        };
        var command = new Command(name, description) { silo };
        return Carry(command, $"federation cluster {name} 2", (parsed, _, stop) =>
            action(parsed.GetRequiredValue(Dir), parsed.GetRequiredValue(silo), stop));
    }

    /// <summary>What is told on the way goes to standard error, unless quiet.</summary>
    private Command Carry(
        Command command, string example,
        Func<ParseResult, Action<string>, CancellationToken, Task<ClusterReply>> action) =>
        _reporting.Carry(
            command, $"cluster {command.Name}", example, async (parsed, session, stop) =>
        {
            var isUp = command.Name == "up";
            session.Reached = isUp ? "the silos it started were ended" : "the cluster is as it was reached";
            session.Resume = $"federation cluster {(isUp ? "up" : "status")} --dir {parsed.GetRequiredValue(Dir)}";
            Action<string> tell = session.Quiet ? _ => { } : session.Terminal.Error.WriteLine;
            var reply = await action(parsed, tell, stop);
            return new Outcome(
                new { reply.Said, reply.Status?.Silos, reply.Status?.Storage },
                page => ClusterView.Write(page, reply));
        });
}
