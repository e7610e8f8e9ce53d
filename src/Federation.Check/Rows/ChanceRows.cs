using Federation.Governance.Chance;

namespace Federation.Check.Rows;

/// <summary>V64: the random function.</summary>
internal static class ChanceRows
{
    private const string Vectors = "Random123, Salmon and others 2011";

    public static IEnumerable<Row> All =>
    [
        Row.Words("V64", "Philox4x64-10, all zero",
            "16554d9eca36314c db20fe9d672d0fdc d7e772cee186176b 7e68b68aec7ba23b", Vectors,
            () => Told(Philox4x64.Draw(0, 0, 0, 0, 0, 0))),
        Row.Words("V64", "Philox4x64-10, all ones",
            "87b092c3013fe90b 438c3c67be8d0224 9cc7d7c69cd777b6 a09caebf594f0ba0", Vectors,
            () => Told(Philox4x64.Draw(Ones, Ones, Ones, Ones, Ones, Ones))),
        Row.Words("V64", "Philox4x64-10, digits of pi",
            "a528f45403e61d95 38c72dbd566e9788 a5a1610e72fd18b5 57bd43b5e52b7fe6", Vectors,
            () => Told(Philox4x64.Draw(
                0x452821e638d01377, 0xbe5466cf34e90c6c, 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0,
                    0x082efa98ec4e6c89))),
        Row.Words("V64", "our layout: key (42, 0), counter (1, 2, 3:4, 5:0)",
            "86a6d46fd393f499 fa85353d255122bf 63ee8d29cc22ef5d 90c8bed46510a625", "computed apart",
            () => Told(new Dice(42, 0).Words(1, 2, 3, 4, (Purpose)5))),
        Row.Number("V64", "the same as a number", .5259831212056978, 0, "computed apart",
            () => new Dice(42, 0).Uniform(1, 2, 3, 4, (Purpose)5)),
        Row.Words("V64", "SplitMix64 from 1234567",
            "6457827717110365317 3203168211198807973 9817491932198370423 4593380528125082431 16408922859458223821",
                "Vigna",
            () => string.Join(' ', Enumerable.Range(1, 5).Select(step => SplitMix(1234567, (ulong)step)))),
        Row.Words("V64", "SplitMix64 from 0", "e220a8397b1dcdaf 6e789e6aa1b965f4 06c45d188009454f", "Vigna",
            () => string.Join(' ', Enumerable.Range(1, 3).Select(step => $"{SplitMix(0, (ulong)step):x16}"))),
    ];

    private const ulong Ones = ulong.MaxValue;

    private static string Told(Block block) => $"{block.A:x16} {block.B:x16} {block.C:x16} {block.D:x16}";

    private static ulong SplitMix(ulong seed, ulong step)
    {
        unchecked
        {
            var word = seed + (step * 0x9E3779B97F4A7C15);
            word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
            word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
            return word ^ (word >> 31);
        }
    }
}
