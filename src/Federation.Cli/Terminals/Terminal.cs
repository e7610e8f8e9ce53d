namespace Federation.Cli.Terminals;

/// <summary>Where a command writes, and what stands at the other end.</summary>
/// <param name="OutIsTerminal">A person reads standard output; otherwise a file or a pipe.</param>
/// <param name="NoColor">The environment asks for no colour (NO_COLOR is set and not
/// empty).</param>
/// <param name="Width">Columns; only for terminals.</param>
public sealed record Terminal(
    TextWriter Out, TextWriter Error, bool OutIsTerminal, bool ErrorIsTerminal, bool NoColor,
        int Width)
{
    public static Terminal OfProcess() => new(
        Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected,
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), WidthOfProcess());

    private static int WidthOfProcess()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 100 : Math.Max(
                40, Console.WindowWidth);
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
