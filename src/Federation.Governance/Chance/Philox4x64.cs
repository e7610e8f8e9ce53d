namespace Federation.Governance.Chance;

/// <summary>A counter-based random function: the same key and counter always give the same block.</summary>
/// <remarks>
/// Philox4x64 with ten rounds, of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC 2011. There is no stream and no state, so a draw cannot depend on what was drawn
/// before it, or on which machine asked.
/// </remarks>
public static class Philox4x64
{
    private const int Rounds = 10;
    private const ulong MultiplierA = 0xD2E7470EE14C6C93;
    private const ulong MultiplierC = 0xCA5A826395121157;

    /// <summary>The golden ratio and the square root of three less one, as 64-bit fractions.</summary>
    private const ulong KeyStep0 = 0x9E3779B97F4A7C15;
    private const ulong KeyStep1 = 0xBB67AE8584CAA73B;

    /// <summary>Four independent 64-bit words for a key of two words and a counter of four.</summary>
    public static Block Draw(ulong key0, ulong key1, ulong c0, ulong c1, ulong c2, ulong c3)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var high0 = Math.BigMul(MultiplierA, c0, out var low0);
            var high2 = Math.BigMul(MultiplierC, c2, out var low2);
            (c0, c1, c2, c3) = (high2 ^ c1 ^ key0, low2, high0 ^ c3 ^ key1, low0);
            key0 = unchecked(key0 + KeyStep0);
            key1 = unchecked(key1 + KeyStep1);
        }

        return new Block(c0, c1, c2, c3);
    }
}

/// <summary>The four words of one draw.</summary>
public readonly record struct Block(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>How many words a block has.</summary>
    public const int Words = 4;

    public ulong this[int word] => word switch
    {
        0 => A,
        1 => B,
        2 => C,
        3 => D,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };
}
