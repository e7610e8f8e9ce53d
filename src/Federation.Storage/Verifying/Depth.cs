using Federation.Society.People;

namespace Federation.Storage.Verifying;

/// <summary>Up to how many planned circles a verification runs the scenario again, which takes as long as the run
/// took.</summary>
/// <param name="ToExplain">When something was changed: to name the entry, and what it said.</param>
/// <param name="ToRepeat">Even if all agrees: old answers of the register are covered by no seal that is still
/// stored.</param>
public readonly record struct Depth(long ToExplain, long ToRepeat)
{
    public static Depth Usual { get; } = new(100_000, 10_000);

    /// <summary>However large the run is.</summary>
    public static Depth Whole { get; } = new(long.MaxValue, long.MaxValue);

    internal bool Explains(World world) => world.Plan.Circles <= ToExplain;

    internal bool Repeats(World world) => world.Plan.Circles <= ToRepeat;
}
