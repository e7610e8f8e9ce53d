using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Federation.Cli.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Commands;

/// <summary>Options that several commands share, and how their values are written.</summary>
internal static class RunOptions
{
    public const int SilosMax = Clusters.ClusterPlan.SilosMax;

    public static Option<int> Silos(int otherwise) =>
        Silos(otherwise, $"How many silo processes to start, 1 to {SilosMax}.");

    public static Option<int> Silos(int otherwise, string description)
    {
        var option = new Option<int>("--silos")
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var silos)
                && silos is < 1 or > SilosMax)
                result.AddError($"--silos takes a number from 1 to {SilosMax}");
        });
        return option;
    }

    public static Option<ulong?> Seed() => new("--seed")
    {
        Description = "Draw everything from this seed instead of the scenario's.",
        HelpName = "N",
    };

    public static Option<string[]> Set() => new("--set")
    {
        Description = "Override a key: --set process.shaping=0.3; repeatable.",
        HelpName = "key=value",
    };

    public static Option<string?> Run() => new("--run")
    {
        Description = "The run's folder, or its name in ./runs; the newest finished run when "
            + "left out.",
        HelpName = "DIR",
    };

    /// <summary>For commands that read what circles stored.</summary>
    public static Option<string?> Store() => new("--store")
    {
        Description = "Where the run is stored, if not in its folder: sqlite:PATH or postgres:KEYWORDS; "
            + "FEDERATION_STORE when left out.",
        HelpName = "ADDRESS",
    };

    public static Option<string> Word(
        string name, string description, string otherwise, params string[] words)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description} ({string.Join(" or ", words)}).",
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => otherwise,
        };
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !words.Contains(result.Tokens[0].Value))
                result.AddError(
                    $"{name} is {string.Join(" or ", words)}, not '{result.Tokens[0].Value}'. "
                    + Nearest.Suggest(result.Tokens[0].Value, words, "Write one of them"));
        });
        return option;
    }

    /// <summary>Whether commits wait for the disk; left out, the command decides.</summary>
    public static Option<string> Safety(string otherwise) => Word(
        "--outlives", "What a stored answer outlives: a power cut, or the death of processes only", otherwise,
        "power-cut", "processes");

    public static Option<string> Commits() => Word(
        "--commits", "Commit what circles store together, or each by itself", "grouped", "grouped", "separate");

    /// <summary>The silos get one port each, so the last ports of a machine are too few.</summary>
    public static Option<int> Dashboard()
    {
        const int most = 65_000;
        var option = new Option<int>("--dashboard")
        {
            Description = "Show Orleans' dashboard of the silos on this machine: the first silo's at this port, the "
                + "next one's at the next.",
            HelpName = "PORT",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var port) && port is < 1 or > most)
                result.AddError($"--dashboard takes a port from 1 to {most}");
        });
        return option;
    }

    /// <summary>Where to look; empty when nobody asked.</summary>
    public static string SayDashboard(int port) =>
        port == 0 ? "" : $"Orleans' dashboard is at http://localhost:{port}, while the silos run.";

    public static Option<Kill[]> Kills() => new("--kill")
    {
        Description = "Lose a silo when a share of the circles has answered, as in --kill 2@30%; "
            + "repeatable.",
        HelpName = "SILO@SHARE%",
        AllowMultipleArgumentsPerToken = false,
        Arity = new ArgumentArity(0, 100),
        CustomParser = written =>
            [.. written.Tokens.Select(token => ReadKill(token.Value, written))],
    };

    /// <summary>"2@30%": the second silo, when 30 % of the circles have answered.</summary>
    private static Kill ReadKill(string text, ArgumentResult written)
    {
        var parts = text.Split('@');
        if (parts.Length == 2 && parts[1].EndsWith('%')
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var silo)
            && silo is >= 1 and <= SilosMax
            && double.TryParse(
                parts[1][..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var percent)
            && percent is > 0 and < 100)
            return new Kill(silo, percent / 100);
        written.AddError(
            $"'{text}' is not SILO@SHARE%: write 2@30% to lose silo 2 when 30 % have answered");
        return default;
    }

    /// <summary>A SCENARIO argument: a shipped name or a file.</summary>
    public static Argument<string?> Scenario(string? otherwise)
    {
        var argument = new Argument<string?>("SCENARIO")
        {
            Description = "A shipped scenario (" + string.Join(", ", ScenarioCatalogue.Names)
                + ") or a YAML file.",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "SCENARIO",
        };
        if (otherwise is not null) argument.DefaultValueFactory = _ => otherwise;
        argument.CompletionSources.Add([.. ScenarioCatalogue.Names]);
        return argument;
    }

    public static ImmutableArray<string> Settings(string[]? set) => set is null ? [] : [.. set];
}
