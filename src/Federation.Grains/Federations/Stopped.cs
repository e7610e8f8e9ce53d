using Federation.Contracts.Circles;

namespace Federation.Grains.Federations;

/// <summary>Why a run cannot go on.</summary>
/// <param name="Why">Empty while it can.</param>
/// <param name="Forgotten">A circle's state was lost with its silo.</param>
/// <param name="StoreFull">The store has no room; begun again, the run goes on.</param>
internal readonly record struct Stopped(string Why, bool Forgotten = false, bool StoreFull = false)
{
    public static readonly Stopped Not = new("");

    public static Stopped By(Exception failure) => StoreFullException.In(failure) is { } full
        ? new Stopped(full.Message, StoreFull: true)
        : new Stopped(failure.Message);
}
