using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class ElectTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_methods_are_told_with_their_rounds()
    {
        var elect = await Invocation.Of("elect", Burlington(), "--method", "all", "--json");

        Assert.Equal(ExitCode.Ok, elect.Code);
        var winners = elect.Json["methods"]!.AsArray().ToDictionary(one => (string)one!["method"]!, one => (string?)one!["winner"]);
        Assert.Equal(("Wright", "Kiss", "Montroll", "Montroll"), (winners["plurality"], winners["irv"], winners["condorcet"], winners["borda"]));
        Assert.Equal(13, winners.Count);
        var irv = elect.Json["methods"]!.AsArray().Single(one => (string)one!["method"]! == "irv")!;
        Assert.Equal((4314, 4064), ((int)irv["rounds"]![1]!["Kiss"]!, (int)irv["rounds"]![1]!["Wright"]!));
        Assert.Equal(4067, (int)elect.Json["pairwise"]!["Montroll"]!["Kiss"]!);
        Assert.Equal(8833, (int)elect.Json["ballots"]!);
        Assert.Equal(["Montroll", "Kiss", "Wright"], elect.Json["candidates"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public async Task A_person_reads_who_wins_and_round_by_round_why()
    {
        var elect = await Invocation.Of("elect", Burlington(), "--method", "irv,plurality");

        Assert.Contains("the method decides who wins", elect.Out, StringComparison.Ordinal);
        Assert.Contains("2,554 out", elect.Out, StringComparison.Ordinal);
        Assert.Contains("4,314", elect.Out, StringComparison.Ordinal);
        Assert.Contains("Head to head", elect.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_word_is_told_on_one_line_and_one_is_one()
    {
        var wrong = await Invocation.Of("elect", Burlington(), "--unranked", "foo");
        var alone = _folder.In("alone.csv");
        await File.WriteAllTextAsync(alone, "Ann,count\n1,1\n");
        var one = await Invocation.Of("elect", alone);

        Assert.Equal(ExitCode.Usage, wrong.Code);
        Assert.StartsWith("error: --unranked is below or uncompared, not 'foo'.\n", wrong.Error.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.DoesNotContain('\t', wrong.Error);
        Assert.Contains("1 candidate, 1 ballot.", one.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_is_told_and_the_lot_is_the_same_for_the_same_seed()
    {
        var file = _folder.In("tie.csv");
        await File.WriteAllTextAsync(file, "rank1\nAnn\nBob\n");
        var turned = _folder.In("turned.csv");
        await File.WriteAllTextAsync(turned, "rank1\nBob\nAnn\n");

        var winners = new HashSet<string>();
        for (var seed = 0; seed < 12; seed++)
        {
            var one = await Invocation.Of("elect", file, "--method", "plurality", "--seed", $"{seed}", "--json");
            var other = await Invocation.Of("elect", turned, "--method", "plurality", "--seed", $"{seed}", "--json");
            var tie = one.Json["methods"]![0]!["ties"]![0]!;
            Assert.Equal(("lot", (string)one.Json["methods"]![0]!["winner"]!), ((string)tie["by"]!, (string)tie["chosen"]!));
            Assert.Equal((string)tie["chosen"]!, (string)other.Json["methods"]![0]!["winner"]!);
            winners.Add((string)tie["chosen"]!);
        }

        Assert.Equal(2, winners.Count);
    }

    /// <summary>Every round of thousands is memory by the gigabyte and a text nobody reads.</summary>
    [Theory]
    [InlineData(2_001, "irv,borda", "irv take at most 2,000")]
    [InlineData(2_001, "all", "--method plurality,tworound,borda")]
    [InlineData(10_001, "plurality", "at most 10,000 are counted")]
    public async Task More_candidates_than_were_measured_are_refused(int candidates, string methods, string told)
    {
        var elect = await Invocation.Of("elect", Many(candidates), "--method", methods);

        Assert.Equal((ExitCode.Usage, ""), (elect.Code, elect.Out));
        Assert.Contains(told, elect.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_rounds_a_person_reads_the_first_and_the_last()
    {
        var file = Many(90);
        var (text, json) = (await Invocation.Of("elect", file, "-m", "irv"), await Invocation.Of("elect", file, "-m", "irv", "--json"));

        var rounds = json.Json["methods"]![0]!["rounds"]!.AsArray();
        Assert.Equal((89, 90, 2), (rounds.Count, rounds[0]!.AsObject().Count, rounds[^1]!.AsObject().Count));
        Assert.Contains("73 rounds between, 9 to 81, are left out here; --json has all.", text.Out, StringComparison.Ordinal);
        Assert.Contains("The best 60 of 90 candidates; --json has all.", text.Out, StringComparison.Ordinal);
        Assert.Contains("round 8\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("round 82", text.Out, StringComparison.Ordinal);
        Assert.Contains("round 89", text.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("round 9", text.Out, StringComparison.Ordinal);
        Assert.Contains("58 further ties: --json has all.", text.Out, StringComparison.Ordinal);
        Assert.InRange(text.Out.Split('\n').Length, 100, 200);
    }

    /// <summary>One ballot each for the first and the second, and candidates nobody names.</summary>
    private string Many(int candidates)
    {
        var file = _folder.In($"{candidates}.soi");
        File.WriteAllText(file, $"# NUMBER ALTERNATIVES: {candidates}\n1: 1,2\n1: 2,1\n");
        return file;
    }

    [Theory]
    [InlineData("elect missing.blt", "no such file")]
    [InlineData("elect FILE --method range", "no method 'range'")]
    [InlineData("elect FILE --unranked maybe", "maybe")]
    [InlineData("elect BAD", ":2: ")]
    public async Task What_cannot_be_counted_ends_with_two(string line, string told)
    {
        var bad = _folder.In("bad.blt");
        await File.WriteAllTextAsync(bad, "2 1\n1 3 0\n0\n");

        var elect = await Invocation.Of([.. line.Replace("FILE", Burlington()).Replace("BAD", bad).Split(' ')]);

        Assert.Equal((ExitCode.Usage, ""), (elect.Code, elect.Out));
        Assert.Contains(told, elect.Error, StringComparison.Ordinal);
    }

    private static string Burlington()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Federation.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "docs", "examples", "burlington-2009.blt");
    }
}
