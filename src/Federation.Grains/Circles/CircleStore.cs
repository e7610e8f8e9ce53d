using Federation.Governance.Federating;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Federation.Grains.Circles;

/// <summary>Writes a circle: full pages of its logbook first, then its state.</summary>
/// <remarks>A page is written once. If its circle was not stored after it, the next attempt finds
/// the very same page and goes on.</remarks>
internal sealed class CircleStore([FromKeyedServices(GrainHosting.StorageName)] IGrainStorage pages)
{
    public async Task Write(
        GrainId grain, IPersistentState<CircleState> stored, Errand.Store store, Action deactivate)
    {
        try
        {
            foreach (var page in store.Pages) await WritePage(grain, page);
            stored.State.Circle = store.Circle;
            await stored.WriteStateAsync();
        }
        catch
        {
            // Another activation of this circle wrote first, or nobody knows what is stored: the next
            // activation reads it.
            deactivate();
            throw;
        }
    }

    private async Task WritePage(GrainId grain, Governance.Logbooks.LogbookPage page)
    {
        var state = new GrainState<PageState>(new PageState());
        await pages.ReadStateAsync($"page-{page.Number}", grain, state);
        if (state.RecordExists) return;
        state.State = new PageState { Page = page };
        await pages.WriteStateAsync($"page-{page.Number}", grain, state);
    }
}
