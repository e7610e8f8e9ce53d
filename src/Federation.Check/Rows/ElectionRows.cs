using System.Globalization;
using Federation.Governance.Chance;
using Federation.Governance.Counting;

namespace Federation.Check.Rows;

/// <summary>V15 to V17 and V23: real and textbook elections through the counting rules.</summary>
internal static class ElectionRows
{
    private const string Tallies = "published tallies";
    private const string State = "state record";

    private static readonly Contest Burlington = new("Burlington 2009", "Montroll Kiss Wright",
        "M>K>W 1332, M>W>K 767, M 455, K>M>W 2043, K>W>M 371, K 568, W>M>K 1513, W>K>M 495, W 1289", Tallies);

    private static readonly Contest Alaska = new("Alaska 2022", "Begich S-Palin Peltola", Types(34052), State);

    private static readonly Contest Tennessee = new(
        "Tennessee", "Memphis Nashville Chattanooga Knoxville", "M>N>C>K 42, N>C>K>M 26, C>K>N>M 15, K>C>N>M 17",
            "textbook");

    public static IEnumerable<Row> All =>
    [
        Burlington.Told("V15", "plurality", "Wright"), Burlington.Told("V15", "irv", "Kiss"),
        Burlington.Told("V15", "condorcet", "Montroll"), Burlington.Told("V15", "borda", "Montroll"),
        Burlington.Tally("V15", "irv", 0, 0, 2554), Burlington.Tally("V15", "irv", 0, 1, 2982),
        Burlington.Tally("V15", "irv", 0, 2, 3297), Burlington.Tally("V15", "irv", 1, 1, 4314),
        Burlington.Tally("V15", "irv", 1, 2, 4064), Burlington.Over("V15", 0, 1, 4067),
            Burlington.Over("V15", 1, 0, 3477),
        Burlington.Over("V15", 0, 2, 4597), Burlington.Over("V15", 2, 0, 3668),
        Alaska.Told("V16", "irv", "Peltola"), Alaska.Told("V16", "condorcet", "Begich"),
            Alaska.Told("V16", "borda", "Begich"),
        Alaska.Tally("V16", "irv", 0, 2, 75788), Alaska.Tally("V16", "irv", 0, 1, 58966),
            Alaska.Tally("V16", "irv", 0, 0, 53797),
        Alaska.Tally("V16", "irv", 1, 2, 91251), Alaska.Tally("V16", "irv", 1, 1, 86020),
        Alaska.Over("V16", 0, 2, 87849), Alaska.Over("V16", 2, 0, 79442), Alaska.Over("V16", 0, 1, 101201),
        Alaska.Over("V16", 1, 0, 63614), Alaska.Loser("V16", "S-Palin"),
        new Contest("Alaska 2022 without 5,170 ballots S-Palin>Begich>Peltola", "Begich S-Palin Peltola",
            Types(34052 - 5170), State)
            .Told("V17", "irv", "Begich"),
        new Contest("Alaska 2022 without 5,169 of them", "Begich S-Palin Peltola", Types(34052 - 5169), State)
            .Told("V17", "irv", "Peltola"),
        Tennessee.Told("V23", "plurality", "Memphis"), Tennessee.Told("V23", "irv", "Knoxville"),
        Tennessee.Told("V23", "condorcet", "Nashville"), Tennessee.Told("V23", "borda", "Nashville"),
        Tennessee.Tally("V23", "irv", 2, 3, 58), Tennessee.Tally("V23", "irv", 2, 0, 42),
        Tennessee.Tally("V23", "borda", 0, 1, 194), Tennessee.Tally("V23", "borda", 0, 2, 173),
        Tennessee.Tally("V23", "borda", 0, 0, 126), Tennessee.Tally("V23", "borda", 0, 3, 107),
    ];

    private static string Types(int palinFirst) => "P>B>S 47404, P 23736, S 21260, B>S>P 27054, B 11280, B>P>S 15463, "
        + $"P>S>B 4648, S>B>P {palinFirst}, S>P>B 3654";

    /// <summary>An election with alternatives named by their first letters.</summary>
    private sealed class Contest(string title, string names, string ballots, string source)
    {
        private readonly string[] _names = names.Split(' ');

        private Poll Poll => new(
            Ballots.Of(_names.Length, ballots.Split(", ").Select(pile => pile.Split(' ')).Select(pile => new Pile(
                Ballot.Strict([.. pile[0].Split('>').Select(letter =>
                    Array.FindIndex(_names, name => name[0] == letter[0]))]),
                long.Parse(pile[1], CultureInfo.InvariantCulture)))),
            TieChain.Drawn(new Dice(15, 0), 0, 0, _names.Length));

        public Row Told(string id, string rule, string winner) => Row.Words(id, $"{title}, {rule}", winner, source,
            () => CountingRules.Find(rule)!.Count(Poll).Winner is { } one ? _names[one] : "nobody");

        public Row Tally(string id, string rule, int round, int one, double expected) => Row.Number(
            id, $"{title}, {rule}, round {round + 1}: {_names[one]}", expected, 0, source,
            () => CountingRules.Find(rule)!.Count(Poll).Rounds[round].Standings.Single(at =>
                at.Alternative == one).Tally.Number());

        public Row Over(string id, int one, int other, double expected) => Row.Number(
            id, $"{title}: {_names[one]} above {_names[other]}", expected, 0, source, () =>
                Poll.Pairwise.Over(one, other));

        public Row Loser(string id, string expected) =>
            Row.Words(id, $"{title}: loses to everybody", expected, source, () =>
            _names[Enumerable.Range(0, _names.Length).Single(one =>
                Enumerable.Range(0, _names.Length).All(other =>
                    other == one || Poll.Pairwise.Margin(one, other) < 0))]);
    }
}
