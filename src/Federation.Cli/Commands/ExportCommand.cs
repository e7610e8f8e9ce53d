using System.CommandLine;
using Federation.Cli.Exports;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Commands;

/// <summary><c>federation export RUN --format F</c></summary>
internal static class ExportCommand
{
    public static Command Create(Reporting reporting)
    {
        var run = new Argument<string?>("RUN")
        {
            Description = "The run's folder, or its name in ./runs; the newest finished run when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = RunOptions.Word("--format", "What to write", "csv", [.. Export.Formats]);
        var output = new Option<string?>("--out")
        {
            Description = "The folder for the files; export-FORMAT in the run's folder when left out.",
            HelpName = "DIR",
        };
        var store = RunOptions.Store();
        var command = new Command("export", "Write a run as tables, a graph, a page or traces.")
        {
            run, store, format, output,
        };
        return reporting.Carry(command, "export", "federation export --format graphml", async (parsed, _, limit) =>
        {
            using var directory = RunFolders.Find(parsed.GetValue(run));
            var chosen = parsed.GetValue(format)!;
            var folder = Folder(parsed.GetValue(output) ?? Path.Combine(directory.Path, $"export-{chosen}"),
                "Name another folder with --out");
            var report = new ExportReport(directory.Path, chosen,
                await new Export(directory, folder, parsed.GetValue(store), limit).Write(chosen));
            return new Outcome(report, page =>
            {
                foreach (var file in report.Files) page.Exact(file);
            });
        });
    }

    /// <exception cref="CommandFailure">It cannot be made.</exception>
    internal static string Folder(string path, string remedy)
    {
        var full = Path.GetFullPath(path);
        try
        {
            return Directory.CreateDirectory(full).FullName;
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw new CommandFailure(
                "not_writable", $"The folder cannot be made: {denied.Message.TrimEnd('.')}",
                remedy, full, ExitCode.Usage, denied);
        }
    }
}
