namespace Federation.Storage.Inputs;

/// <summary>Text whose lines have a greatest length, and which has no NUL in it.</summary>
/// <param name="path">Of the file, for what is said.</param>
/// <param name="lineMax">Letters.</param>
internal sealed class WatchedText(string path, TextReader text, int lineMax) : TextReader
{
    private int _letters;

    /// <summary>The line that is read, from 1.</summary>
    public int Line { get; private set; } = 1;

    public override int Peek() => text.Peek();

    public override int Read()
    {
        var letter = text.Read();
        if (letter >= 0) See((char)letter);
        return letter;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = text.Read(buffer, index, count);
        foreach (var letter in buffer.AsSpan(index, read)) See(letter);
        return read;
    }

    private void See(char letter)
    {
        if (letter == '\0') throw new InputException(path, Line, "this is not text", "Give a text file");
        if (letter == '\n') (Line, _letters) = (Line + 1, 0);
        else if (++_letters > lineMax)
            throw new InputException(
                path, Line, $"the line has more than {lineMax:#,0} letters, and no longer ones are read",
                "Give a file with shorter lines");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}
