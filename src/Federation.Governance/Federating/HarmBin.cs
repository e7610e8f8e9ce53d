using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>People harmed about equally: one bin of the distribution of harm.</summary>
/// <param name="Number">The bin: harm from Number/64 to (Number+1)/64.</param>
/// <param name="Sum">Harm times people in units of 2^-40.</param>
public readonly record struct HarmBin(int Number, long People, Int128 Sum)
{
    public const int BinsPerUnit = 64;

    public static HarmBin Of(double harm, long people) =>
        new((int)(harm * BinsPerUnit), people, (Int128)Fixed.ToLong(harm) * people);

    public static ImmutableArray<HarmBin> Merge(
        ImmutableArray<HarmBin> left, ImmutableArray<HarmBin> right)
    {
        if (left.IsEmpty) return right;
        if (right.IsEmpty) return left;
        var merged = ImmutableArray.CreateBuilder<HarmBin>(left.Length + right.Length);
        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
        {
            if (r == right.Length || (l < left.Length && left[l].Number < right[r].Number))
                merged.Add(left[l++]);
            else if (l == left.Length || right[r].Number < left[l].Number)
                merged.Add(right[r++]);
            else
                merged.Add(left[l++].Plus(right[r++]));
        }

        return merged.DrainToImmutable();
    }

    /// <summary>Bins in any order, in order; those of one number together.</summary>
    public static ImmutableArray<HarmBin> Merge(List<HarmBin> bins)
    {
        bins.Sort((left, right) => left.Number.CompareTo(right.Number));
        var merged = 0;
        for (var i = 1; i < bins.Count; i++)
        {
            if (bins[i].Number == bins[merged].Number) bins[merged] = bins[merged].Plus(bins[i]);
            else bins[++merged] = bins[i];
        }

        return [.. bins[..Math.Min(merged + 1, bins.Count)]];
    }

    /// <summary>Mean harm of the worst-off share of people; the boundary bin counts in part.</summary>
    public static double WorstMean(ImmutableArray<HarmBin> bins, long people, double share)
    {
        var wanted = people * share;
        if (wanted <= 0) return 0;
        var (left, sum) = (wanted, 0.0);
        for (var i = bins.Length - 1; i >= 0 && left > 0; i--)
        {
            var taken = Math.Min(left, bins[i].People);
            sum += (double)bins[i].Sum / (1L << 40) / bins[i].People * taken;
            left -= taken;
        }

        return sum / wanted;
    }

    private HarmBin Plus(HarmBin other) =>
        new(Number, People + other.People, Sum + other.Sum);

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Number);
        writer.Long(People);
        writer.Wide(Sum);
    }

    public static HarmBin Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Long(), reader.Wide());
}
