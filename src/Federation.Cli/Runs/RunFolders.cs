using Federation.Cli.Terminals;
using Federation.Society.Scenarios;

namespace Federation.Cli.Runs;

/// <summary>The folder that runs are kept in when nobody names another: "runs", where one
/// stands.</summary>
internal static class RunFolders
{
    public const string Root = "runs";

    /// <summary>A folder no run has yet: runs/demo-42, then runs/demo-42-2 and so on.</summary>
    public static string Fresh(Scenario scenario) => Fresh(Root, $"{Slug(scenario.Name)}-{scenario.Seed}");

    /// <summary>A folder of this name that is not there yet, with a number where it must be.</summary>
    public static string Fresh(string root, string name)
    {
        var path = Path.Combine(root, name);
        for (var i = 2; Directory.Exists(path); i++) path = Path.Combine(root, $"{name}-{i}");
        return path;
    }

    /// <summary>The runs there are, newest first.</summary>
    public static IReadOnlyList<(string Folder, RunRecord Record)> List()
    {
        if (!Directory.Exists(Root)) return [];
        var found = new List<(string, RunRecord)>();
        foreach (var folder in Directory.EnumerateDirectories(Root))
        {
            if (!File.Exists(Path.Combine(folder, "run.json"))) continue;
            try
            {
                using var directory = RunDirectory.Open(folder);
                found.Add((folder, directory.Read()));
            }
            catch (CommandFailure)
            {
                // A damaged run is no reason not to list the others; opening it by name tells why.
            }
        }

        return [.. found.OrderByDescending(run => run.Item2.StartedAt)];
    }

    /// <summary>The run somebody named, or the newest finished one.</summary>
    /// <exception cref="CommandFailure">There is none.</exception>
    public static RunDirectory Find(string? named)
    {
        if (named is not null)
            return RunDirectory.Open(
                Directory.Exists(named) || !Directory.Exists(Path.Combine(Root, named)) ? named
                    : Path.Combine(Root, named));
        var newest = List().FirstOrDefault(run => run.Record.Report is not null);
        return newest.Folder is { } folder
            ? RunDirectory.Open(folder)
            : throw new CommandFailure("no_such_run", "There is no finished run here",
                "Make one: federation demo", Path.GetFullPath(Root), ExitCode.Usage);
    }

    public static string Slug(string name)
    {
        var letters = name.ToLowerInvariant().Select(
            letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var slug = string.Join(
            '-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "run" : slug;
    }
}
