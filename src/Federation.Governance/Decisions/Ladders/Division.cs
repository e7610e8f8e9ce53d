using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions.Ladders;

/// <summary>A rung: members whose ranges meet form sub-circles, each with its own text.</summary>
/// <remarks>Single linkage: whoever can live with something a member of a sub-circle can live with belongs to it.
/// That two by two are compatible does not make all of them so (Helly): each sub-circle is checked.</remarks>
internal static class Division
{
    public static bool? Try(Table table)
    {
        var ranges = new Acceptance[table.Present];
        for (var i = 0; i < ranges.Length; i++) ranges[i] = table.Range(i);
        var partOf = Cluster(ranges, out var count);
        if (count < 2) return null;
        var parts = ImmutableArray.CreateBuilder<Point>(count);
        for (var part = 0; part < count; part++)
        {
            if (TextOf(table, ranges, partOf, part) is not { } text) return null;
            parts.Add(text);
        }

        foreach (var text in parts)
            table.Note(EntryKind.Divided, Speaker.Circle, Argument.None, table.Text, text, round: SizeOf(text));
        table.Notes.RoundInParts();
        table.Parts = [.. parts.Select(table.Meeting.Facets.Whole).Select(Fixed.Round)];
        table.PartOf = [.. partOf];
        table.Settle(Middle(parts, partOf));
        return true;

        int SizeOf(Point text) => partOf.Count(part => parts[part] == text);
    }

    private static Point? TextOf(Table table, Acceptance[] ranges, int[] partOf, int part)
    {
        var own = new List<Acceptance>(ranges.Length);
        for (var i = 0; i < ranges.Length; i++)
            if (partOf[i] == part) own.Add(ranges[i]);
        table.Notes.Speak(own.Count);
        if (table.Meeting.Limit is { } limit) own.Add(limit with { IsBox = table.Practice.BoxRanges });
        var nearest = CommonGround.Nearest(table.Text, [.. own], table.Meeting.Bounds);
        return nearest.End is SearchEnd.Found ? Fixed.Round(nearest.Point) : null;
    }

    /// <summary>Each member's sub-circle, numbered by its first member.</summary>
    internal static int[] Cluster(ReadOnlySpan<Acceptance> ranges, out int count)
    {
        var part = new int[ranges.Length];
        Array.Fill(part, -1);
        count = 0;
        var waiting = new Stack<int>();
        for (var first = 0; first < part.Length; first++)
        {
            if (part[first] >= 0) continue;
            part[first] = count;
            waiting.Push(first);
            while (waiting.TryPop(out var one))
            {
                for (var other = 0; other < part.Length; other++)
                {
                    if (part[other] >= 0 || !Meet(ranges[one], ranges[other])) continue;
                    part[other] = count;
                    waiting.Push(other);
                }
            }

            count++;
        }

        return part;
    }

    private static bool Meet(Acceptance one, Acceptance other) =>
        CommonGround.Deficit([one, other]) <= Tolerance.Epsilon;

    /// <summary>The mean of the texts over members: what the circle as a whole does.</summary>
    private static Point Middle(ImmutableArray<Point>.Builder parts, int[] partOf)
    {
        var sum = parts[0] * 0;
        foreach (var part in partOf) sum += parts[part];
        return Fixed.Round(sum * (1.0 / partOf.Length));
    }
}
