using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>Structures side by side, for somebody who has to choose one.</summary>
internal static class PlanView
{
    public static void Write(Page page, PlanReport plan)
    {
        page.Heading($"{plan.Population:#,0} people");
        page.Table(
            ["", "levels", "circles", "link seats", "of people", "parent size", "weeks up", "up and down",
                "hours a month"],
            [.. plan.Presets.Select(one => (IReadOnlyList<string>)
            [
                one.Name, $"{one.Levels}", $"{one.Circles:#,0}", $"{one.LinkSeats:#,0}", Say.Share(one.LinkShare),
                Say.Value(one.ParentSize, ""), Short(one.WeeksUp), Short(one.WeeksUpAndDown),
                    Short(one.HoursPerPersonMonth),
            ])]);
        page.Line("Weeks and hours, for each person on average: rhythms and meetings halved, as assumed, doubled. A "
            + "request waits half a rhythm in every circle on its way; a meeting takes 1.75 hours. Seats are counted "
            + "as if nobody held two.");
        foreach (var one in plan.Presets) page.Line($"  {one.Name}: {one.Source}.");
    }

    private static string Short(RangeReport range) =>
        $"{Say.Value(range.Low, "")} / {Say.Value(range.Mid, "")} / {Say.Value(range.High, "")}";
}
