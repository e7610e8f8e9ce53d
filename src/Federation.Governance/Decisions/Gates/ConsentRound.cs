using Federation.Governance.Logbooks;

namespace Federation.Governance.Decisions.Gates;

/// <summary>Everybody present says whether they consent; the gate says which objections count.</summary>
internal static class ConsentRound
{
    /// <summary>The members whose objection counts; none means consent.</summary>
    public static int[] Hold(Table table)
    {
        table.Notes.ConsentRound();
        table.Objectors = Ask(table, _ => true);
        return table.Objectors.Length > 0 && RuledInvalid(table) ? [] : table.Objectors;
    }

    /// <summary>As <see cref="Hold"/>, of some members and without a round in which all are heard.</summary>
    public static int[] Ask(Table table, Func<int, bool> whom)
    {
        List<int>? objectors = null;
        for (var member = 0; member < table.Present; member++)
        {
            if (!whom(member)) continue;
            if (!table.Withholds(member) && table.Range(member).Contains(table.Text)) table.SetAside(member, null);
            else if (Raise(table, member)) (objectors ??= []).Add(member);
        }

        return objectors is null ? [] : [.. objectors];
    }

    /// <summary>A facilitator's ruling; what the objectors could live with stays on record.</summary>
    private static bool RuledInvalid(Table table)
    {
        if (!table.Meeting.RulesInvalid || !Rulings.Hold(table.Practice.Gate)) return false;
        foreach (var member in table.Objectors)
            table.Note(
                EntryKind.ObjectionRuledInvalid, table.Meeting.Present[member].Speaker, Argument.None,
                table.Text, table.Text);
        return true;
    }

    /// <summary>Records an objection with its argument and, if it does not count, why; once.</summary>
    private static bool Raise(Table table, int member)
    {
        var reason = table.Practice.Gate == Gate.Sofa
            ? null
            : Judge.WhyNot(Objection.Of(table, member), table.Practice);
        if (!table.SetAside(member, reason)) return false;
        var livable = table.Withholds(member) ? table.Text : table.Range(member).Project(table.Text);
        var about = Argument.Between(table.Text, livable);
        var argument = table.Withholds(member)
            ? Argument.None
            : about with { Dimension = table.Meeting.Facets.Dimensions[about.Dimension] };
        var speaker = table.Meeting.Present[member].Speaker;
        table.Note(EntryKind.ObjectionRaised, speaker, argument, table.Text, livable);
        table.Notes.Objections++;
        table.Objected(member);
        if (reason is not { } against) return true;
        table.Note(against, speaker, argument, table.Text, livable);
        table.Notes.Dismissed++;
        return false;
    }
}
