namespace Federation.Check.Known;

/// <summary>Where Friedkin and Johnsen's talk ends, without talking.</summary>
/// <remarks>x = (I - L W)^-1 (I - L) x(0), L diagonal with each one's openness. Friedkin and Johnsen 1990.</remarks>
public static class FriedkinJohnsen
{
    /// <param name="weights">Rows sum to 1.</param>
    /// <param name="openness">0..1; at least one person below 1 must reach everybody else.</param>
    public static double[] Limit(double[,] weights, double[] openness, double[] first)
    {
        var n = first.Length;
        var (matrix, right) = (new double[n, n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) matrix[i, j] = (i == j ? 1 : 0) - (openness[i] * weights[i, j]);
            right[i] = (1 - openness[i]) * first[i];
        }

        return Solve(matrix, right);
    }

    /// <summary>DeGroot's influence weights: how much each one's first opinion counts in the consensus.</summary>
    /// <remarks>The left eigenvector of 1: w T = w, summing to 1. T must lead to consensus. DeGroot 1974.</remarks>
    public static double[] DeGroot(double[,] trust)
    {
        var n = trust.GetLength(0);
        var (matrix, right) = (new double[n, n], new double[n]);
        for (var i = 0; i < n - 1; i++)
            for (var j = 0; j < n; j++) matrix[i, j] = trust[j, i] - (i == j ? 1 : 0);
        for (var j = 0; j < n; j++) matrix[n - 1, j] = 1;
        right[n - 1] = 1;
        return Solve(matrix, right);
    }

    /// <summary>Elimination with the largest pivot.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
                if (Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column])) pivot = row;
            for (var k = 0; k < n; k++)
                (matrix[column, k], matrix[pivot, k]) = (matrix[pivot, k], matrix[column, k]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = 0; row < n; row++)
            {
                if (row == column) continue;
                var share = matrix[row, column] / matrix[column, column];
                for (var k = column; k < n; k++) matrix[row, k] -= share * matrix[column, k];
                right[row] -= share * right[column];
            }
        }

        for (var i = 0; i < n; i++) right[i] /= matrix[i, i];
        return right;
    }
}
