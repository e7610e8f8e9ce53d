using System.Collections.Immutable;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>The exact median of every dimension, found by asking four times which of 2,048 cells holds it.</summary>
/// <remarks>
/// Coordinates are whole multiples of 2^-40, so four times eleven bits name one exactly, however many
/// people there are. Of an even number the point of the median interval nearest to the status quo
/// is taken: the median once the status quo counts as one more.
/// </remarks>
internal static class Medians
{
    public const int Rounds = 4;
    private const int Bits = 11;

    /// <summary>In which cells people stand, of those the question looks into.</summary>
    public static ImmutableArray<Cell> Place(IEnumerable<Caster> casters, Question question)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        foreach (var caster in casters)
        {
            var stated = Stated(caster, question);
            for (var dimension = 0; dimension < stated.Dimensions; dimension++)
                if (CellOf(stated[dimension], dimension, question) is { } cell)
                    cells.Add(new Cell(dimension, cell, caster.Weight));
        }

        return Response.Summed(cells.ToImmutable());
    }

    /// <summary>The next question, or the medians; nothing if nobody answered.</summary>
    public static (Question? Next, Point? Median) Refine(Question asked, ImmutableArray<Cell> heard)
    {
        var total = asked.Refined > 0 ? asked.Count
            : heard.Where(cell => cell.Dimension == 0).Sum(cell => cell.Weight);
        if (total == 0) return (null, null);
        var even = total % 2 == 0;
        var rank = (total + (even ? 1 : 0) - 1) / 2;
        var (cells, below) = (new long[asked.StatusQuo.Dimensions], new long[asked.StatusQuo.Dimensions]);
        for (var dimension = 0; dimension < cells.Length; dimension++)
        {
            var weights = heard.Where(cell => cell.Dimension == dimension)
                .ToDictionary(cell => cell.Number, cell => cell.Weight);
            if (even && CellOf(asked.StatusQuo[dimension], dimension, asked) is { } own)
                weights[own] = weights.GetValueOrDefault(own) + 1;
            var before = asked.Below.IsEmpty ? 0 : asked.Below[dimension];
            foreach (var (number, weight) in weights.OrderBy(cell => cell.Key))
            {
                if (before + weight > rank)
                {
                    cells[dimension] = ((asked.Cells.IsEmpty ? 0 : asked.Cells[dimension]) << Bits) + number;
                    break;
                }

                before += weight;
            }

            below[dimension] = before;
        }

        if (asked.Refined + 1 < Rounds)
            return (asked with
            {
                Refined = asked.Refined + 1, Count = checked((int)total), Cells = [.. cells], Below = [.. below],
            }, null);
        var median = asked.StatusQuo;
        for (var dimension = 0; dimension < cells.Length; dimension++)
            median = median.With(dimension, Fixed.FromLong(cells[dimension]));
        return (null, median);
    }

    /// <summary>Who manipulates names the end of the range on their side of the text.</summary>
    private static Point Stated(Caster caster, Question question)
    {
        if (caster.Conduct == Members.Conduct.Blocks) return question.StatusQuo;
        var stated = BallotWriting.Stated(caster, question.Amended);
        if (caster.Conduct != Members.Conduct.Manipulates) return stated;
        for (var i = 0; i < stated.Dimensions; i++)
            stated = stated.With(
                i, stated[i] > question.Amended[i] ? 1 : stated[i] < question.Amended[i] ? 0 : stated[i]);
        return stated;
    }

    private static int? CellOf(double coordinate, int dimension, Question question)
    {
        var steps = Fixed.ToLong(Math.Clamp(coordinate, 0, 1));
        var shift = Bits * (Rounds - 1 - question.Refined);
        return question.Cells.IsEmpty || steps >> (shift + Bits) == question.Cells[dimension]
            ? (int)((steps >> shift) & ((1 << Bits) - 1))
            : null;
    }
}
