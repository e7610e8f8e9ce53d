using System.Collections.Immutable;
using Federation.Contracts.Circles;
using Federation.Governance.Federating;
using Federation.Storage.Records;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Federation.Grains.Federations;

/// <summary>Writes a register: a full page of its answers first, then its state.</summary>
/// <remarks>Whoever comes to the same page finds the very same answers in it.</remarks>
internal sealed class RegisterStore([FromKeyedServices(GrainHosting.StorageName)] IGrainStorage pages)
{
    /// <summary>Every answer the register was given, oldest first.</summary>
    public async Task<ImmutableArray<Answer>> Answers(GrainId grain, RegisterRecord record)
    {
        var answers = ImmutableArray.CreateBuilder<Answer>();
        for (var number = 0; number < record.Pages; number++)
        {
            var page = await Read(grain, number);
            answers.AddRange(page.State?.Page?.Answers
                ?? throw new InvalidOperationException($"Page {number} of the register's answers is gone."));
        }

        answers.AddRange(record.Answers);
        return answers.DrainToImmutable();
    }

    public async Task Write(
        GrainId grain, IPersistentState<RegisterState> stored, RegisterRecord next, AnswersPage? full,
        Action deactivate)
    {
        var known = stored.State;
        try
        {
            if (full is not null) await WritePage(grain, full);
            stored.State = new RegisterState { Record = next };
            await stored.WriteStateAsync();
        }
        catch (Exception failure) when (StoreFullException.In(failure) is not null)
        {
            // This activation stays, to say so.
            stored.State = known;
            throw;
        }
        catch
        {
            // Nobody knows what is stored: the next activation reads it.
            stored.State = known;
            deactivate();
            throw;
        }
    }

    private async Task WritePage(GrainId grain, AnswersPage full)
    {
        var state = await Read(grain, full.Number);
        if (state.RecordExists) return;
        state.State = new AnswersState { Page = full };
        await pages.WriteStateAsync(AnswersPage.Kind(full.Number), grain, state);
    }

    private async Task<GrainState<AnswersState>> Read(GrainId grain, int number)
    {
        var state = new GrainState<AnswersState>(new AnswersState());
        await pages.ReadStateAsync(AnswersPage.Kind(number), grain, state);
        return state;
    }
}
