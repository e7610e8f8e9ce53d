using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>A circle: what it is for, who is in it, what it agreed.</summary>
internal static class CircleView
{
    private const int ChildrenMax = 20;

    public static void Write(Page page, CircleReport circle)
    {
        page.Heading($"{circle.Circle} ({circle.Level})");
        page.Facts([.. new[]
        {
            ("aim", circle.Aim), ("domain", circle.Domain), (
                "parent", circle.Parent.Length > 0 ? circle.Parent : "none: this is the root"),
            ("children", Children(circle)),
        }.Where(fact => fact.Item2.Length > 0)]);
        page.Heading(Say.Count(circle.Members.Length, "member", "members"));
        page.Table(["member", "role", "links in"],
            [.. circle.Members.Select(
                member => new[] { member.Id, member.Role, string.Join(", ", member.Links) })]);
        page.Heading("Agreements in force");
        if (circle.Agreements.IsEmpty) page.Line("None.");
        else page.Table(["decision", "version", "until day", "review on day"],
            [.. circle.Agreements.Select(agreement => new[]
            {
                $"{agreement.Decision}", $"{agreement.Version}", $"{agreement.InForceUntil}",
                agreement.Review > 0 ? $"{agreement.Review}" : "",
            })]);
    }

    private static string Children(CircleReport circle)
    {
        if (circle.Children.IsEmpty) return "none: people live here";
        var names = circle.Children.Take(ChildrenMax).Select(
            child => child[(child.LastIndexOf('/') + 1)..]);
        var rest = circle.Children.Length - ChildrenMax;
        return string.Join(", ", names) + (rest > 0 ? $" and {rest:#,0} more" : "");
    }
}
