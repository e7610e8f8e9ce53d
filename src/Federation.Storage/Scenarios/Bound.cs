namespace Federation.Storage.Scenarios;

/// <summary>Values with the table's defaults filled in.</summary>
internal static class Bound
{
    /// <summary>The file's value, else the row's default; null after telling that a required key is
    /// missing.</summary>
    public static T? Take<T>(this ScenarioValues values, string path, string row)
        where T : class => values.TakeAny(path, row) as T;

    public static double Number(this ScenarioValues values, string path, string row) =>
        Convert.ToDouble(values.TakeAny(path, row) ?? 0.0);

    public static long Whole(this ScenarioValues values, string path, string row) =>
        Convert.ToInt64(values.TakeAny(path, row) ?? 0L);

    public static string Text(this ScenarioValues values, string path, string row) =>
        values.Take<string>(path, row) ?? "";

    /// <summary>For a key without list positions, whose path is its row's.</summary>
    public static string Text(this ScenarioValues values, string path) => values.Text(path, path);

    public static long Whole(this ScenarioValues values, string path) => values.Whole(path, path);

    private static object? TakeAny(this ScenarioValues values, string path, string row)
    {
        if (values.Find(path) is { } given) return given;
        var key = ScenarioKeys.At(row);
        if (key.Required && values.NodeAt(path) is null)
            values.Refuse(
                path, "It is missing", $"Write '{key.Name}: ' with {KeyReader.Expected(key)}");
        return key.Default;
    }
}
