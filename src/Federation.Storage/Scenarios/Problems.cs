namespace Federation.Storage.Scenarios;

/// <summary>Collects what is wrong with one scenario, so that one reading tells
/// everything.</summary>
internal sealed class Problems(string file)
{
    /// <summary>More than this helps nobody and a hostile file could produce millions.</summary>
    private const int ErrorsMax = 50;

    private readonly List<ScenarioError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(ScenarioNode? at, string key, string reason, string remedy)
    {
        if (_errors.Count >= ErrorsMax) return;
        _errors.Add(at is { FromOverride: true }
            ? new ScenarioError("--set", 0, 0, key, reason, remedy)
            : new ScenarioError(file, at?.Line ?? 0, at?.Column ?? 0, key, reason, remedy));
    }

    /// <exception cref="ScenarioException">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (Any) throw Exception();
    }

    public ScenarioException Exception() =>
        new([.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)]);

    /// <summary>For what ends the reading at once, such as text that is not YAML.</summary>
    public static ScenarioException Fatal(
        string file, int line, int column, string reason, string remedy) =>
        new([new ScenarioError(file, line, column, "", reason, remedy)]);
}
