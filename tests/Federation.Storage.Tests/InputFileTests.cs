using System.Diagnostics;
using Federation.Storage.Inputs;

namespace Federation.Storage.Tests;

/// <summary>What is opened as an input, and how far it is read.</summary>
public sealed class InputFileTests : IDisposable
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-inputs-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string text)
    {
        var file = Path.Combine(_folder.FullName, "input");
        System.IO.File.WriteAllText(file, text);
        return file;
    }

    private static async Task Refuses(string file, string why)
    {
        foreach (var read in (Action[])[
            () => InputFile.Bytes(file, 100), () => InputFile.Text(file, 100), () => InputFile.Open(file, 100).Dispose()])
        {
            var refused = await Task.Run(() => Assert.Throws<InputException>(read)).WaitAsync(Within);
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
            Assert.Equal(file, refused.Where);
            Assert.NotEmpty(refused.Remedy);
        }
    }

    [Fact]
    public async Task What_is_no_regular_file_is_not_opened()
    {
        var pipe = Path.Combine(_folder.FullName, "pipe");
        using (var made = Process.Start("mkfifo", [pipe])) await made.WaitForExitAsync();

        foreach (var endless in (string[])["/dev/zero", "/dev/tty", pipe]) await Refuses(endless, "no file but a pipe or a device");
        await Refuses(_folder.FullName, "this is a folder");
        await Refuses("/nowhere/at/all", "no such file");
        Assert.Empty(await Task.Run(() => InputFile.Lines(pipe, 100).ToArray()).WaitAsync(Within));
    }

    [Fact]
    public async Task Only_so_many_bytes_are_read()
    {
        var file = File(new string('a', 101));

        await Refuses(file, "more than 100 bytes");
        Assert.Throws<InputException>(() => InputFile.Lines(file, 100).ToArray());
        Assert.Equal(101, InputFile.Text(file, 101).Length);
    }

    [Fact]
    public void A_file_that_grows_while_it_is_read_is_left_at_the_limit()
    {
        var file = File(new string('a', 100));
        using var reading = InputFile.Open(file, 100);
        System.IO.File.AppendAllText(file, new string('a', 100_000));

        Assert.Throws<InputException>(() => reading.CopyTo(Stream.Null));
    }

    [Fact]
    public void Reading_ends_when_somebody_ends_it()
    {
        using var stop = new CancellationTokenSource();
        using var lines = InputFile.Lines(File(string.Concat(Enumerable.Repeat("line\n", 100_000))), 1 << 20, stop: stop.Token)
            .GetEnumerator();
        Assert.True(lines.MoveNext());
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (lines.MoveNext()) { }
        });
    }

    [Theory]
    [InlineData("ab\nabcd\n", 2, "more than 3 letters")]
    [InlineData("ab\na\0b\n", 2, "this is not text")]
    public void A_line_is_of_some_length_and_of_text(string text, int line, string why)
    {
        var file = File(text);

        var refused = Assert.Throws<InputException>(() => InputFile.Lines(file, 100, lineMax: 3).ToArray());

        Assert.Equal($"{file}:{line}", refused.Where);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_UTF8_is_no_text()
    {
        var file = File("");
        System.IO.File.WriteAllBytes(file, [(byte)'a', (byte)'\n', 0xFF, (byte)'\n']);

        Assert.Throws<InputException>(() => InputFile.Lines(file, 100).ToArray());
        Assert.Throws<InputException>(() => InputFile.Text(file, 100));
    }
}
