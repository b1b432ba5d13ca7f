namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Correction for many tests at once, so that of what is called a finding only a share q is chance.</summary>
public static class BenjaminiHochberg
{
    /// <summary>Adjusted p values, in the order given: the smallest q at which each would be a finding.</summary>
    /// <param name="values">Plain p values, 0 to 1, in any order.</param>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        double[] adjusted = new double[values.Count];
        double smallest = 1;
        for (int rank = order.Length; rank >= 1; rank--)
        {
            smallest = Math.Min(smallest, values[order[rank - 1]] * order.Length / rank);
            adjusted[order[rank - 1]] = smallest;
        }

        return adjusted;
    }
}

/// <summary>Welch's test: whether two groups of unequal spread have the same mean.</summary>
/// <param name="T">The statistic.</param>
/// <param name="DegreesOfFreedom">Welch and Satterthwaite's.</param>
/// <param name="P">Two-sided chance of such a difference when there is none.</param>
public sealed record WelchTest(double T, double DegreesOfFreedom, double P)
{
    /// <summary>Compares two groups; <see langword="null"/> when one has fewer than two values or neither has spread.</summary>
    public static WelchTest? Of(IReadOnlyList<decimal> first, IReadOnlyList<decimal> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of(Moments.Of(first), Moments.Of(second));
    }

    /// <summary>Compares two groups by their moments.</summary>
    public static WelchTest? Of(Moments first, Moments second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.N < 2 || second.N < 2)
        {
            return null;
        }

        double a = first.Variance / first.N;
        double b = second.Variance / second.N;
        if (a + b <= 0)
        {
            return null;
        }

        double t = (first.Mean - second.Mean) / Math.Sqrt(a + b);
        double freedom = (a + b) * (a + b) / ((a * a / (first.N - 1)) + (b * b / (second.N - 1)));
        return new WelchTest(t, freedom, Distributions.StudentTwoSided(t, freedom));
    }
}

/// <summary>Number, mean and sum of squared distances of a group.</summary>
/// <param name="N">Number of values.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Squares">Σ(x − mean)².</param>
public sealed record Moments(int N, double Mean, double Squares)
{
    /// <summary>Sample variance; 0 below two values.</summary>
    public double Variance => N < 2 ? 0 : Math.Max(0, Squares) / (N - 1);

    /// <summary>Moments of values.</summary>
    public static Moments Of(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return new Moments(0, 0, 0);
        }

        decimal mean = values.Sum() / values.Count;
        double squares = 0;
        foreach (decimal value in values)
        {
            double distance = (double)(value - mean);
            squares += distance * distance;
        }

        return new Moments(values.Count, (double)mean, squares);
    }

    /// <summary>The moments of what remains when a part of the group is taken out.</summary>
    public Moments Without(Moments part)
    {
        ArgumentNullException.ThrowIfNull(part);
        int n = N - part.N;
        if (n <= 0)
        {
            return new Moments(0, 0, 0);
        }

        double mean = ((Mean * N) - (part.Mean * part.N)) / n;
        double between = (double)part.N * n / N * (part.Mean - mean) * (part.Mean - mean);
        return new Moments(n, mean, Squares - part.Squares - between);
    }
}
