namespace Federation.Cli.Terminals;

/// <summary>A failure on standard error: what, where, why, and the command that helps.</summary>
internal static class FailureView
{
    public static void Write(Terminal terminal, CommandFailure failure, bool color, bool verbose)
    {
        var all = failure.All.Count > 0 ? failure.All : [failure.Document];
        foreach (var error in all)
        {
            var where = error.Where.Length > 0 ? $"{Plain.Text(error.Where)}: " : "";
            terminal.Error.WriteLine(
                $"{Label("error", terminal, color)} {where}{Sentence(Plain.Text(error.Message))}");
            if (error.Remedy.Length > 0) terminal.Error.WriteLine($"  {Sentence(Plain.Text(error.Remedy))}");
        }

        if (verbose) terminal.Error.WriteLine(Plain.Lines($"{failure.InnerException ?? failure}"));
    }

    private static string Label(string text, Terminal terminal, bool color) =>
        terminal.ErrorIsTerminal && color ? $"\u001b[1;31m{text}:\u001b[0m" : $"{text}:";

    /// <summary>Ends a sentence; a command to copy is left alone.</summary>
    private static string Sentence(string text) =>
        text.Length == 0 || ".?!".Contains(text[^1]) || text.StartsWith(
            "federation ", StringComparison.Ordinal)
        || text.Contains(": federation ", StringComparison.Ordinal)
            ? text
            : text.StartsWith("Did you mean", StringComparison.Ordinal) ? text + "?" : text + ".";
}
