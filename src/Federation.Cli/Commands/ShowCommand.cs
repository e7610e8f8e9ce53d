using System.CommandLine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Governance.Circles;

namespace Federation.Cli.Commands;

/// <summary><c>federation show CIRCLE</c></summary>
internal static class ShowCommand
{
    public static Command Create(Reporting reporting, Composition composition)
    {
        var circle = new Argument<string>("CIRCLE")
        {
            Description = "A circle's path, such as world/europe.",
        };
        var run = RunOptions.Run();
        var store = RunOptions.Store();
        var command = new Command(
            "show", "A circle: members, links, domain, agreements in force, reviews due.")
        {
            circle, run, store,
        };
        return reporting.Reads(command, "show", "federation show world", async (parsed, _, limit) =>
        {
            var path = parsed.GetValue(circle)!.Trim('/');
            if (!CircleId.IsPath(path) || path.Length == 0)
                throw CommandFailure.Usage($"'{path}' is not a circle's path",
                    "Write names of lower-case letters, digits and hyphens, joined by '/'");
            using var directory = RunFolders.Find(parsed.GetValue(run));
            var report = await composition.Show(new ShowRequest(path, directory, parsed.GetValue(store)), limit);
            return new Outcome(report, page => CircleView.Write(page, report));
        });
    }
}
