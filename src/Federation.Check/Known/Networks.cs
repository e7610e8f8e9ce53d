using Federation.Governance.Chance;

namespace Federation.Check.Known;

/// <summary>Networks that lose nodes, after Albert, Jeong and Barabasi 2000: by failure, any node, or by attack,
/// the best connected first.</summary>
public sealed class Networks
{
    private readonly List<int>[] _neighbours;
    private readonly Dice _dice;

    private Networks(Dice dice, int nodes) =>
        (_dice, _neighbours) = (dice, [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())]);

    public int Nodes => _neighbours.Length;

    /// <summary>A node's neighbours.</summary>
    public IReadOnlyList<int> Of(int node) => _neighbours[node];

    public double MeanDegree => _neighbours.Average(one => one.Count);

    /// <summary>Molloy and Reed's ratio of the mean square of degrees to their mean; above 2 there is a giant
    /// component.</summary>
    public double Kappa => _neighbours.Average(one => (double)one.Count * one.Count) / MeanDegree;

    /// <summary>Links between any two, so that degrees fall off exponentially.</summary>
    public static Networks Exponential(Dice dice, int nodes, int links)
    {
        var network = new Networks(dice, nodes);
        for (uint draw = 0, made = 0; made < links; draw++)
        {
            var (one, other) = (network.Any(nodes, draw, 0), network.Any(nodes, draw, 1));
            if (one == other || network._neighbours[one].Contains(other)) continue;
            network.Join(one, other);
            made++;
        }

        return network;
    }

    /// <summary>Every node that comes joins so many others, each with a chance in proportion to its links: degrees
    /// fall off with the power 3.</summary>
    public static Networks ScaleFree(Dice dice, int nodes, int joins)
    {
        var network = new Networks(dice, nodes);
        var ends = new List<int>(Enumerable.Range(0, joins));
        for (var node = joins; node < nodes; node++)
        {
            var chosen = new SortedSet<int>();
            for (uint draw = 0; chosen.Count < joins; draw++)
                chosen.Add(ends[dice.Below(ends.Count, (ulong)node, 0, 0, draw, Purpose.Pairing)]);
            foreach (var other in chosen)
            {
                network.Join(node, other);
                ends.AddRange([node, other]);
            }
        }

        return network;
    }

    /// <summary>The share of all nodes in the largest component once each share of them is gone.</summary>
    /// <returns>By number of nodes removed, 0..n.</returns>
    public double[] Survive(bool attack)
    {
        var order = Enumerable.Range(0, Nodes)
            .OrderByDescending(node => attack ? _neighbours[node].Count : 0)
            .ThenBy(node => _dice.Words((ulong)node, 0, 0, 0, Purpose.Fault).A).ToArray();
        var (root, size) = (Enumerable.Range(0, Nodes).ToArray(), new int[Nodes]);
        var (giant, shares) = (0, new double[Nodes + 1]);

        // Backwards, nodes only come, so components only grow.
        for (var removed = Nodes - 1; removed >= 0; removed--)
        {
            size[order[removed]] = 1;
            foreach (var other in _neighbours[order[removed]])
            {
                if (size[other] == 0) continue;
                var (a, b) = (Root(order[removed]), Root(other));
                if (a == b) continue;
                root[b] = a;
                size[a] += size[b];
            }

            giant = Math.Max(giant, size[Root(order[removed])]);
            shares[removed] = (double)giant / Nodes;
        }

        return shares;

        int Root(int node)
        {
            while (root[node] != node) node = root[node] = root[root[node]];
            return node;
        }
    }

    /// <summary>The share that must be gone before nothing larger than a hundredth hangs together.</summary>
    public double Collapse(bool attack) => (double)Array.FindIndex(Survive(attack), share => share < .01) / Nodes;

    /// <summary>Schneider's R: the mean of the largest component over all shares removed.</summary>
    public double Robustness(bool attack) => Survive(attack).Skip(1).Average();

    /// <summary>The share of random nodes that must go from a network whose degrees fall off with a power from 1 up
    /// to the largest of so many nodes (Cohen and others 2000): 1 - 1/(kappa - 1).</summary>
    public static double RandomThreshold(double power, double nodes)
    {
        var most = Math.Pow(nodes, 1 / (power - 1));
        var kappa = (2 - power) / (3 - power)
            * (Math.Pow(most, 3 - power) - 1) / (Math.Pow(most, 2 - power) - 1);
        return 1 - (1 / (kappa - 1));
    }

    private int Any(int nodes, uint draw, uint end) => _dice.Below(nodes, draw, 0, 0, 0, Purpose.Pairing, end);

    private void Join(int one, int other)
    {
        _neighbours[one].Add(other);
        _neighbours[other].Add(one);
    }
}
