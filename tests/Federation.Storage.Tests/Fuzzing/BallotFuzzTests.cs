using System.Diagnostics;
using System.Text;
using Federation.Governance.Counting;
using Federation.Storage.Balloting;
using Federation.Storage.Tests.Sql;
using Federation.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Federation.Storage.Tests.Fuzzing;

/// <summary>Whatever is done to a file of ballots, its reader says what is wrong and where, or reads it; soon, and
/// cheaply.</summary>
public sealed class BallotFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Texts = 2000;

    /// <summary>What reading a file may allocate: 2 MB and two hundred times its bytes.</summary>
    private const long BytesMax = 2 << 20;

    private static readonly TimeSpan SecondsMax = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.toi", "# FILE NAME: 1.toi\n# TITLE: Lunch\n# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 6\n"
        + "# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bob\n# ALTERNATIVE NAME 3: Cid\n3: 1,{2,3}\n2:3\n1: {1, 2}\n")]
    [InlineData("old.soi", "3\n1,Ann\n2,Bob\n3,Cid\n6,6,3\n3,1,2,3\n2,3\n1,2,1\n")]
    [InlineData("a.blt", "# a comment\n3 1 # seats\n-2\n/* more\n lines */ (id 7) 1=2 3 0\n(x) 1 - 3 0\n"
        + "2 (1 2) 0\n0\n\"Ann\"\n\"B\"\n\"C\"\n\"Lunch\"\n")]
    [InlineData("named.blt", "2 1\n[nick a b]\n[withdrawn b]\n3 a b 0\n0\n\"Ann\"\n\"Bob\"\n")]
    [InlineData("a.txt", "  Option 1----->: Ann\n/  Option 2---->: Bob\n|/  Option 3--->: None of the above\n"
        + "||/\nV: 213  abc\nV: 1-1  def\nV: --9\n")]
    [InlineData("a.csv", "Precinct,1st choice,choice 2,rank_3,Count\nW,Ann,Bob,,2\nW,undervote,\"Cid, the third\",overvote,1\n")]
    [InlineData("columns.csv", "id;Ann;Bob;Cid\n1;1;2;\n2;2;1;2\n\n3;;1;3\n")]
    public void A_damaged_file_is_refused_with_its_place_or_read(string name, string text)
    {
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < Texts; seed++)
        {
            var file = _folder.File(name);
            var bytes = seed % 4 == 3 ? Mutant.Of(Encoding.UTF8.GetBytes(text).AsSpan(), seed) : Encoding.UTF8.GetBytes(Mutant.Of(text, seed));
            File.WriteAllBytes(file, bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var began = Stopwatch.GetTimestamp();
            try
            {
                Assert.NotEmpty(BallotFile.Read(file, new Marking()).Candidates);
                read++;
            }
            catch (BallotFileException told)
            {
                Assert.StartsWith(file, told.Where, StringComparison.Ordinal);
                Assert.True(told.Message.Length > 0 && told.Remedy.Length > 0);
                refused++;
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{name}, mutant {seed}: {fault}");
            }

            var took = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(took < BytesMax + (200L * bytes.Length), $"{name}, mutant {seed}: {took} bytes");
            Assert.True(Stopwatch.GetElapsedTime(began) < SecondsMax, $"{name}, mutant {seed}");
        }

        output.WriteLine($"{name}: {Texts} damaged files, {refused} refused, {read} read");
        Assert.True(refused > 0 && read > 0);
    }
}
