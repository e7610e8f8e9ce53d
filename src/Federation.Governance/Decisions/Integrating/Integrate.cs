using System.Diagnostics;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions.Integrating;

/// <summary>The forms of integration: change the text, shorten its term, measure the concern.</summary>
internal static class Integrate
{
    /// <summary>Tries the practice's forms in its order; whether one of them worked.</summary>
    /// <param name="already">Integrations made so far in this meeting.</param>
    public static bool Any(Table table, int[] objectors, int already)
    {
        if (Array.TrueForAll(objectors, table.Withholds)) return false; // Nobody says what would help.
        foreach (var form in table.Practice.Forms)
        {
            var done = form switch
            {
                Form.Amend => already < table.Practice.AmendmentsMax && Amend(table, objectors),
                Form.Shorten => Shorten(table),
                Form.Measure => Measure(table),
                _ => throw new UnreachableException(form.ToString()),
            };
            if (!done) continue;
            if (form != Form.Amend) table.Notes.Eased(table.Rung);
            table.Notes.Integrated +=
                form == Form.Amend && table.Practice.Integration == Integration.One ? 1 : objectors.Length;
            return true;
        }

        return false;
    }

    /// <summary>The longest of the practice's shorter terms under which there is common ground.</summary>
    public static bool Shorten(Table table)
    {
        var before = table.TermShare;
        foreach (var share in table.Practice.Terms)
        {
            if (share >= before) continue;
            table.Shorten(share);
            if (MoveNearest(table, before)) return true;
        }

        table.Shorten(before);
        return false;
    }

    private static bool Amend(Table table, int[] objectors)
    {
        var strongest = objectors.MaxBy(member =>
            table.Withholds(member) ? -1 : table.Range(member).Excess(table.Text));
        var speaker = table.Meeting.Present[strongest].Speaker;
        if (table.Practice.Integration == Integration.One)
        {
            if (CommonGround.Deficit(table.Ranges(limited: true)) > Tolerance.Epsilon) return false;
            table.MoveTo(EntryKind.Integrated, speaker, table.Within(table.Range(strongest).Project(table.Text)));
            table.TalkOnce();
            table.TakeStands();
            return true;
        }

        var nearest = table.Nearest();
        if (nearest.End is not SearchEnd.Found) return false;
        table.MoveTo(EntryKind.Integrated, speaker, Fixed.Round(nearest.Point));
        return true;
    }

    /// <summary>The text stays: with a metric and an early review all can live with it, or it is no answer.</summary>
    private static bool Measure(Table table)
    {
        if (table.Measured || table.Practice.MeasureWidens <= 0) return false;
        table.Measured = true;
        table.Measured = Array.TrueForAll(table.Ranges(limited: true), range => range.Contains(table.Text));
        if (!table.Measured) return false;
        table.Rung = Rung.Measured;
        table.Note(EntryKind.ConcernMeasured, Members.Speaker.Circle, Argument.None, table.Text, table.Text);
        return true;
    }

    private static bool MoveNearest(Table table, double before)
    {
        var nearest = table.Nearest();
        if (nearest.End is not SearchEnd.Found) return false;
        table.Rung = Rung.ShorterTerm;
        table.MoveTo(
            EntryKind.TermShortened, Members.Speaker.Circle, Fixed.Round(nearest.Point),
            Argument.OfTerm(before, table.TermShare));
        return true;
    }
}
