using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests;

public sealed class RunDirectoryTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_runs_cannot_write_in_one_folder()
    {
        using var first = RunDirectory.Create(_folder.In("run"), resume: false);

        var refused = Assert.Throws<CommandFailure>(
            () => RunDirectory.Create(_folder.In("run"), resume: false));

        Assert.Equal("run_locked", refused.Code);
    }

    [Fact]
    public void A_folder_is_free_again_when_its_run_is_closed()
    {
        RunDirectory.Create(_folder.In("run"), resume: false).Dispose();
        RunDirectory.Create(_folder.In("run"), resume: false).Dispose();
    }

    [Fact]
    public void A_run_that_never_began_leaves_no_folder_and_nothing_of_its_own_in_another()
    {
        Directory.CreateDirectory(_folder.In("mine"));
        File.WriteAllText(_folder.In("mine/notes.txt"), "kept");

        foreach (var name in (string[])["run", "mine"])
        {
            using var directory = RunDirectory.Create(_folder.In(name), resume: false);
            directory.Write(RunRecord.Begin(ScenarioCatalogue.Load("cohousing"), DateTimeOffset.UnixEpoch));
            directory.Discard();
        }

        Assert.False(Directory.Exists(_folder.In("run")));
        Assert.Equal([_folder.In("mine/notes.txt")], Directory.GetFileSystemEntries(_folder.In("mine")));
        Assert.Throws<CommandFailure>(() => RunDirectory.Create(_folder.In("none"), resume: true));
        Assert.False(Directory.Exists(_folder.In("none")));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_no_half_one()
    {
        var file = _folder.In("kept.txt");
        AtomicFile.Write(file, "whole");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(file, text =>
        {
            text.Write("half");
            throw new InvalidOperationException();
        }));

        Assert.Equal("whole", File.ReadAllText(file));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Events_come_back_for_the_decision_asked_for()
    {
        using var directory = RunDirectory.Create(_folder.In("run"), resume: false);
        var line = new MinuteLine(
            1, 1, "full", "community", 1, "proposed", "Ada", "why, \"so\"", "",
            "22 °C") { Decision = 2 };
        directory.WriteEvents([line with { Decision = 1 }, line]);

        Assert.Equal([line], directory.ReadEvents(2));
    }

    [Fact]
    public void A_damaged_record_is_told_as_one()
    {
        using var directory = RunDirectory.Create(_folder.In("run"), resume: false);
        File.WriteAllText(directory.RunFile, "{ \"half\": ");

        Assert.Equal("damaged_run", Assert.Throws<CommandFailure>(directory.Read).Code);
    }

    [Fact]
    public void A_changed_scenario_in_a_record_is_told_as_a_scenario_error()
    {
        var record = RunRecord.Begin(ScenarioCatalogue.Load("cohousing"), DateTimeOffset.UnixEpoch);
        record.Scenario["process"]!["shaping"] = 7;

        Assert.Throws<ScenarioException>(record.Resolved);
    }

    [Fact]
    public void Tables_hold_nothing_a_spreadsheet_computes()
    {
        using var text = new StringWriter();
        RunTables.Decisions(text, [Sample.Decision with { Title = "=HYPERLINK(1)", Outcome = "@x" }]);

        Assert.Contains(",'=HYPERLINK(1),", text.ToString(), StringComparison.Ordinal);
        Assert.Contains(",'@x,", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_quote_what_would_break_them()
    {
        using var text = new StringWriter();
        RunTables.Decisions(text, [Sample.Decision]);

        Assert.Contains(
            "\"A warmer <b>house</b> & \"\"rest\"\"\"", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, text.ToString().Count(letter => letter == '\n'));
    }
}
