using System.CommandLine;
using System.CommandLine.Help;
using Federation.Cli.Commands;
using Federation.Cli.Terminals;

namespace Federation.Cli;

/// <summary>The console's root: which commands there are.</summary>
internal static class FederationCommand
{
    public static RootCommand Create(Reporting reporting, Composition composition)
    {
        var root = new RootCommand(
            "A laboratory for sociocratic federations, from one neighbourhood to the planet.");
        foreach (var option in reporting.Options.All) root.Add(option);
        root.Add(DemoCommand.Create(reporting, composition));
        root.Add(RunCommand.Create(reporting, composition));
        if (composition.Cluster is { } cluster) root.Add(cluster(reporting));
        root.Add(ChaosCommand.Create(reporting));
        root.Add(ExplainCommand.Create(reporting));
        root.Add(ShowCommand.Create(reporting, composition));
        root.Add(ReplayCommand.Create(reporting));
        root.Add(DiffCommand.Create(reporting));
        root.Add(VerifyCommand.Create(reporting, composition));
        root.Add(CompareCommand.Create(reporting));
        root.Add(SweepCommand.Create(reporting));
        root.Add(HuntCommand.Create(reporting));
        root.Add(ElectCommand.Create(reporting));
        root.Add(CheckCommand.Create(reporting, composition));
        root.Add(PlanCommand.Create(reporting));
        root.Add(BenchCommand.Create(reporting));
        root.Add(ExportCommand.Create(reporting));
        root.Add(ScenarioCommands.Create(reporting));
        root.Add(DoctorCommand.Create(reporting));
        root.Add(CompletionCommand.Create(reporting));
        reporting.Carry(root, "", "federation demo", (_, _, _) =>
            Task.FromResult(
                new Outcome(Overview.Document(root), page => Overview.Write(page, root))));

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Examples((HelpAction)help.Action!, reporting.Examples);
        return root;
    }
}
