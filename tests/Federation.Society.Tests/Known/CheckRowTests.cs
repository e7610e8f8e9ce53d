using System.Globalization;
using Federation.Check;

namespace Federation.Society.Tests.Known;

/// <summary>Every row of <c>federation check</c>, as it is taken there by default.</summary>
public sealed class CheckRowTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in CheckRows.All) rows.Add(row.Id, row.Setting);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_measured_is_what_is_expected(string id, string setting)
    {
        var taken = TakenRows.All.Single(row => row.Id == id && row.Setting == setting);

        Assert.True(taken.Ok, $"{id}, {setting}: expected {taken.Expected} within {taken.Tolerance}, measured {taken.Measured}");
    }

    /// <summary>A row that cannot fail shows nothing.</summary>
    [Fact]
    public void A_row_that_is_off_is_not_ok()
    {
        var row = Row.Number("V0", "one and one", 3, .5, "", () => 2);

        Assert.False(row.Take(Effort.Quick).Ok);
        Assert.True((row with { Expected = 2.5 }).Take(Effort.Quick).Ok);
        Assert.False(Row.Words("V0", "a word", "left", "", () => "right").Take(Effort.Quick).Ok);
    }

    /// <summary>The list of validations, whose numbers have gaps.</summary>
    [Fact]
    public void All_specified_rows_are_there()
    {
        string[] specified =
            [.. ("1 2 3 4 5 6 8 9 11 12 13 14 15 16 17 23 25 26 27 28 30 31 32 34 35 36 37 38 40 41 42 43 44 45 46 48 49 50 51 "
                + "52 54 57 58 59 61 62 63 64 65").Split(' ').Select(number => $"V{number}")];

        Assert.Equal(specified, CheckRows.All.Select(row => row.Id).Distinct().Where(id => id[0] == 'V')
            .OrderBy(id => int.Parse(id[1..], CultureInfo.InvariantCulture)));
        Assert.Equal(specified, Coverage.All.Select(one => one.Id));
    }
}

/// <summary>Every row, taken once for all tests.</summary>
internal static class TakenRows
{
    private static readonly Lazy<IReadOnlyList<CheckRow>> Taken =
        new(() => CheckRows.Take(CheckRows.All, Effort.Quick, CancellationToken.None));

    public static IReadOnlyList<CheckRow> All => Taken.Value;
}
