using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Storage.Records;
using Federation.Storage.Sql;

namespace Federation.Storage.Verifying;

/// <summary>How the register's seals lie to the exported ones.</summary>
internal enum Standing
{
    Same,

    /// <summary>It knows fewer: the store was rolled back.</summary>
    Behind,

    /// <summary>It knows more: the run went on after they were exported.</summary>
    Ahead,

    /// <summary>It knows others, or cannot be read.</summary>
    Broken,

    /// <summary>It belongs to another scenario or seed.</summary>
    Other,
}

/// <summary>What a stored register says of the whole run.</summary>
/// <param name="Register">Folded from its answers; null when it cannot be.</param>
/// <param name="Answers">As stored, oldest first.</param>
internal sealed record CheckedRegister(
    Standing Standing, string Why, Register? Register, ImmutableArray<Answer> Answers)
{
    public static CheckedRegister Of(StoredState? state, Exported exported)
    {
        if (state is null) return Broken("the store has no register of the run");
        try
        {
            var record = RegisterRecord.Decode(state.Payload.Span);
            if (record.Scenario != exported.Scenario)
                return new CheckedRegister(
                    Standing.Other, "the store's register has another scenario or seed", null, []);
            if (record.Pages > 0) return Broken("a page of the register's answers is gone");
            var register = exported.World.OpenRegister();
            foreach (var answer in record.Answers) register = register.Answered(answer);
            return Compare(register, record.Answers, exported.Seals);
        }
        catch (MalformedEncodingException bad)
        {
            return Broken($"the register's state was changed: {bad.Message.TrimEnd('.')}");
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // Answers that decode and yet cannot follow one another fail wherever the rules use them.
            return Broken("the register's answers cannot have followed one another");
        }
    }

    /// <summary>The cycle that was over last; -1 when not even the founding was.</summary>
    public int CycleEnded => Register is not { } register ? -1
        : register.Pending is null or { Request.Kind: Kind.Reseal } ? register.Cycles - 1
        : register.Cycles - 2;

    private static CheckedRegister Compare(
        Register register, ImmutableArray<Answer> answers, ImmutableArray<SealAtCycle> exported)
    {
        var common = Math.Min(register.Seals.Length, exported.Length);
        for (var i = 0; i < common; i++)
            if (!Exported.Same(exported[i], register.Seals[i]))
                return new CheckedRegister(Standing.Broken,
                    $"the register's answers give another seal for cycle {exported[i].Cycle} than was exported",
                    register, answers);
        var standing = register.Seals.Length < exported.Length ? Standing.Behind
            : register.Seals.Length > exported.Length ? Standing.Ahead : Standing.Same;
        return new CheckedRegister(standing, "", register, answers);
    }

    private static CheckedRegister Broken(string why) => new(Standing.Broken, why, null, []);
}
