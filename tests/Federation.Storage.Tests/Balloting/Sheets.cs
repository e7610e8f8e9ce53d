using Federation.Governance.Counting;
using Federation.Storage.Balloting;

namespace Federation.Storage.Tests.Balloting;

/// <summary>Ballot files written for one test.</summary>
internal static class Sheets
{
    public static Election Read(string name, string text, Marking? marking = null, Cells cells = Cells.Ranks) =>
        Read(name, System.Text.Encoding.UTF8.GetBytes(text), marking, cells);

    public static Election Read(string name, byte[] bytes, Marking? marking = null, Cells cells = Cells.Ranks)
    {
        var folder = Directory.CreateTempSubdirectory("federation-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(file, bytes);
            return BallotFile.Read(file, marking ?? new Marking(), cells);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>As "Ann>Bob=Cid 3; Bob 1", piles in their order.</summary>
    public static string Told(this Election election) => string.Join("; ", election.Ballots.Piles.Select(pile =>
        $"{string.Join('>', Enumerable.Range(0, pile.Ballot.Places).Select(place =>
            string.Join('=', pile.Ballot.Place(place).ToArray().Select(one => election.Candidates[one]))))} {pile.Weight}"));

    public static string Example(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Federation.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "docs", "examples", name);
    }
}
