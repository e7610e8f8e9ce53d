using System.CommandLine;
using Federation.Cli.Terminals;

namespace Federation.Cli.Commands;

/// <summary>What the bare program shows: four commands to begin with, and the groups of
/// all.</summary>
internal static class Overview
{
    private static readonly string[] First = ["demo", "run", "explain", "compare"];

    private static readonly (string Group, string[] Commands)[] Groups =
    [
        ("start", ["demo", "run", "cluster"]),
        ("see", ["explain", "show", "replay", "diff", "verify"]),
        ("study", ["compare", "sweep", "hunt"]),
        ("shape", ["plan", "scenario", "export"]),
        ("help", ["doctor", "completion"]),
    ];

    public static object Document(Command root) => new
    {
        Commands = root.Subcommands.Where(command => !command.Hidden)
            .Select(command => new { command.Name, command.Description }).ToArray(),
    };

    public static void Write(Page page, Command root)
    {
        page.Heading(root.Description!);
        page.Line("");
        page.Facts(
            [.. First.Select(name => ($"  federation {name}", Of(root, name)?.Description ?? ""))]);
        page.Heading("All commands");
        page.Facts([.. Groups
            .Select(group => (Name: $"  {group.Group}",
                Value: string.Join(", ", group.Commands.Where(name => Of(root, name) is not null))))
            .Where(group => group.Value.Length > 0)]);
        page.Line("");
        page.Line("Each has --help with an example. Begin with: federation demo");
    }

    private static Command? Of(Command root, string name) =>
        root.Subcommands.FirstOrDefault(command => command.Name == name);
}
