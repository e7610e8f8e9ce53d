using System.Collections.Immutable;
using System.Globalization;

namespace Federation.Study.Designs;

/// <summary>What the Sobol' points of one dimension grow from.</summary>
/// <param name="Degree">Of its primitive polynomial over two elements.</param>
/// <param name="Coefficients">The polynomial's inner ones, the highest power first, as digits of a number.</param>
/// <param name="First">The first numbers, one for each degree; each is odd.</param>
internal sealed record DirectionNumbers(int Degree, int Coefficients, ImmutableArray<uint> First)
{
    private const string File = "designs/new-joe-kuo-6.21201.first1024.txt";

    /// <summary>From the second dimension on; the first needs none.</summary>
    public static ImmutableArray<DirectionNumbers> All { get; } = Read();

    /// <summary>A line of names, then a line for each dimension: its number, degree, coefficients, numbers.</summary>
    private static ImmutableArray<DirectionNumbers> Read()
    {
        using var file = new StreamReader(typeof(DirectionNumbers).Assembly.GetManifestResourceStream(File)!);
        file.ReadLine();
        var all = ImmutableArray.CreateBuilder<DirectionNumbers>();
        while (file.ReadLine() is { } line)
        {
            int[] row = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            all.Add(new DirectionNumbers(row[1], row[2], [.. row[3..].Select(number => (uint)number)]));
        }

        return all.ToImmutable();
    }
}
