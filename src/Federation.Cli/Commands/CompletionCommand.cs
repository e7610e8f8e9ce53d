using System.CommandLine;
using Federation.Cli.Terminals;

namespace Federation.Cli.Commands;

/// <summary><c>federation completion bash|zsh|fish</c>: a script for the shell to read at its
/// start.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] =
            """
            _federation() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(federation "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _federation federation
            """,
        ["zsh"] =
            """
            _federation() {
              local -a found
              found=("${(@f)$(federation "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -a found
            }
            compdef _federation federation
            """,
        ["fish"] =
            """
            complete -c federation -f -a '(federation "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
            """,
    };

    public static Command Create(Reporting reporting)
    {
        var shell = new Argument<string>("SHELL")
        {
            Description = "bash, zsh or fish.",
            HelpName = "SHELL",
        };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        var command = new Command(
            "completion", "Print a script that lets the shell complete commands.") { shell };
        return reporting.Carry(
            command, "completion", "federation completion bash", (parsed, _, _) =>
        {
            var name = parsed.GetValue(shell)!;
            if (!Scripts.TryGetValue(name, out var script))
                throw CommandFailure.Usage(
                    $"There is no completion for '{name}'", "Write bash, zsh or fish");
            return Task.FromResult(
                new Outcome(new { Shell = name, Script = script }, page => page.Exact(script)));
        });
    }
}
