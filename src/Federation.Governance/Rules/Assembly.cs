using System.Collections.Immutable;
using System.Diagnostics;

namespace Federation.Governance.Rules;

/// <summary>People in one room decide by a rule: a circle, or a group drawn by lot.</summary>
internal static class Assembly
{
    /// <summary>Questions and answers until the matter is settled.</summary>
    public static Ruling Decide(ImmutableArray<Caster> casters, AtStake stake)
    {
        stake = stake with { Rule = stake.Rule.Inside };
        if (casters.IsEmpty) return new Ruling(stake.StatusQuo) { NoQuorum = true };
        Question? asked = null;
        Response? heard = null;
        while (true)
        {
            switch (Conducting.Next(stake, asked, heard))
            {
                case Move.Settle settled:
                    return settled.Ruling with { Members = casters.Length };
                case Move.Ask ask:
                    asked = ask.Question;
                    heard = Casting.Of(casters, casters.Length, asked, stake.Rule);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }
}
