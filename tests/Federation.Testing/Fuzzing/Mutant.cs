using System.Text;

namespace Federation.Testing.Fuzzing;

/// <summary>A text or some bytes, damaged as a seed says.</summary>
public static class Mutant
{
    private const int StepsMax = 6;

    // What readers stumble over: ends of ranges, other types, structure where none belongs.
    private static readonly string[] Tokens =
    [
        "", "-1", "0", "2.5", "1e308", "1e999", ".nan", "NaN", "null", "true", "[", "{", "]", "}", ":", "- ", "\n",
        "\n  ", "&a ", "*a", "\"", "'", "#", "? ", "---\n", "!x ", "\0", "\u001b[31m", "\u202e", "../", "/", "\\u0000",
        "99999999999999999999", "-9223372036854775809", "2147483648", "é", "\ud83d\ude00", ",", "%", "|", ">",
    ];

    public static string Of(string text, int seed)
    {
        var random = new Random(seed);
        var changed = new StringBuilder(text);
        for (var steps = 1 + random.Next(StepsMax); steps > 0; steps--) Damage(changed, random);
        return changed.ToString();
    }

    public static byte[] Of(ReadOnlySpan<byte> bytes, int seed)
    {
        var random = new Random(seed);
        var changed = bytes.ToArray().ToList();
        for (var steps = 1 + random.Next(StepsMax); steps > 0 && changed.Count > 0; steps--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(5))
            {
                case 0: changed[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: changed[at] = (byte)random.Next(256); break;
                case 2: changed.RemoveRange(at, Math.Min(changed.Count - at, 1 + random.Next(8))); break;
                case 3: changed.InsertRange(at, new byte[] { 0x7F, 0xFF, 0xFF, 0xFF }); break;
                default: changed.RemoveRange(at, changed.Count - at); break;
            }
        }

        return [.. changed];
    }

    private static void Damage(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, 1 + random.Next(random.Next(4) == 0 ? 200 : 12));
        switch (random.Next(7))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(random.Next(text.Length + 1), text.ToString(at, length)); break;
            case 2: text.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
            case 3:
                text.Remove(at, length);
                text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 4: if (at < text.Length) text[at] = (char)random.Next(1, 0x2100); break;
            case 5: if (random.Next(4) == 0) text.Length = at; break;
            default: Lines(text, random); break;
        }
    }

    /// <summary>Swaps two lines, or says one many times.</summary>
    private static void Lines(StringBuilder text, Random random)
    {
        var lines = text.ToString().Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        if (random.Next(3) > 0) (lines[one], lines[other]) = (lines[other], lines[one]);
        else lines[one] = string.Join('\n', Enumerable.Repeat(lines[one], 50));
        text.Clear().AppendJoin('\n', lines);
    }
}
