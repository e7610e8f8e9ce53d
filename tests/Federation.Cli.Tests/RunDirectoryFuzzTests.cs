using System.Text;
using Federation.Cli.Terminals;
using Federation.Testing.Fuzzing;

namespace Federation.Cli.Tests;

/// <summary>Whatever is done to the files of a run's folder, commands that read it say so and where.</summary>
public sealed class RunDirectoryFuzzTests
{
    [Theory]
    [InlineData("run.json", 250)]
    [InlineData("seals.jsonl", 100)]
    [InlineData("events.jsonl", 150)]
    [InlineData("cases.jsonl", 60)]
    public async Task A_damaged_file_is_an_error_and_never_a_fault_of_the_program(string file, int mutants)
    {
        using var folder = new Folder();
        var run = folder.In("run");
        var ended = await Invocation.With(
            Composition.OfProgram(), ["run", "cohousing", "--driver", "reference", "--out", run]);
        Assert.Equal(ExitCode.Ok, ended.Code);
        var text = await File.ReadAllTextAsync(Path.Combine(run, file));
        for (var seed = 0; seed < mutants; seed++)
        {
            await File.WriteAllBytesAsync(Path.Combine(run, file), Encoding.UTF8.GetBytes(Mutant.Of(text, seed)));
            string[] command = file == "seals.jsonl" ? ["verify", run] : ["explain", "1", "--run", run];

            var told = await Invocation.With(Composition.OfProgram(), command);

            Assert.False(
                told.Error.Contains("fault of the program", StringComparison.Ordinal), $"{file}, mutant {seed}: {told.Error}");
            Assert.True(told.Code is ExitCode.Ok or ExitCode.Failed or ExitCode.Usage or ExitCode.NotVerifiable);
            Assert.True(told.Code == ExitCode.Ok || told.Error.Length > 0);
        }
    }
}
