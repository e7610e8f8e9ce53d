using System.Collections.Immutable;
using System.CommandLine;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;
using Federation.Cli.Views;

namespace Federation.Cli.Commands;

/// <summary>What compare and sweep share: their options, their folder, and running what they planned.</summary>
internal static class StudyOptions
{
    public static Option<string[]> Vary(string description) => new("--vary")
    {
        Description = description,
        HelpName = "key=values",
    };

    public static Option<int> Count(string name, string description, int otherwise, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && !(int.TryParse(result.Tokens[0].Value, out var given) && given >= least && given <= most))
                result.AddError($"{name} takes a whole number from {least} to {most}, not '{result.Tokens[0].Value}'");
        });
        return option;
    }

    public static Option<string?> Out(string root) => new("--out")
    {
        Description = $"The folder for what is found; a new one in ./{root} when left out.",
        HelpName = "DIR",
    };

    public static Option<bool> Resume() => new("--resume")
    {
        Description = "Take up what was broken off in --out.",
    };

    public static StudyFolder Folder(
        Session session, ParseResult parsed, Option<string?> output, Option<bool> resume, Func<string> fresh)
    {
        var named = parsed.GetValue(output);
        var takesUp = parsed.GetValue(resume);
        if (takesUp && named is null)
            throw CommandFailure.Usage("--resume needs the folder of what was broken off", "Name it with --out");
        var folder = StudyFolder.Create(named ?? fresh(), takesUp);
        session.Resume = $"Take it up with the same command and: --resume --out {folder.Path}";
        return folder;
    }

    public static async Task<ImmutableArray<double>[]> Run(
        Session session, StudyPlan plan, StudyFolder folder, Workplace place, CancellationToken limit)
    {
        using var progress = ProgressView.For(session, TimeProvider.System);
        return await place.Employ(
            folder, workers => StudyRuns.Of(plan, folder, workers, progress, limit), limit);
    }
}
