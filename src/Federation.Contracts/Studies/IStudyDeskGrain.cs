using Orleans.CodeGeneration;

namespace Federation.Contracts.Studies;

/// <summary>Where one silo takes runs of one study from its console. Its key is "silo/study", the silo as its
/// parsable address, the study as the console calls this spell of it.</summary>
/// <remarks>
/// Runs are pure, and an order says all that is wanted, not what is new: every call may be repeated, and what a
/// silo took with it when it died is ordered from another. Whoever is not heard of for a while is forgotten.
/// </remarks>
[Alias("federation.study-desk"), Version(1)]
public interface IStudyDeskGrain : IGrainWithStringKey
{
    /// <summary>Begins what is new, drops what is not wanted any more, and tells what is done: at once if
    /// anything is, else within half a second.</summary>
    /// <param name="order">A <see cref="StudyOrder"/>.</param>
    /// <returns>A <see cref="StudyReturn"/>.</returns>
    [Alias("exchange")]
    Task<byte[]> Exchange(byte[] order);
}
