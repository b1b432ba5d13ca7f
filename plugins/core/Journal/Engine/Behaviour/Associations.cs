namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>A straight line through points.</summary>
/// <param name="Slope">Change of y for one more of x.</param>
/// <param name="StandardError">Robust against unequal scatter (HC3).</param>
/// <param name="N">Number of points.</param>
internal sealed record LineFit(double Slope, double StandardError, int N)
{
    /// <summary>Chance of a slope at least so far below zero.</summary>
    public double Lower => StandardError <= 0 ? 1 : Significance.StudentUpper(-Slope / StandardError, N - 2);

    /// <summary>Where the slope lies, at 95 %.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            double half = Significance.StudentQuantile(N - 2) * StandardError;
            return (Slope - half, Slope + half);
        }
    }

    /// <summary>Fits by least squares; <see langword="null"/> when x does not vary or there are fewer than three points.</summary>
    public static LineFit? Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        int n = x.Count;
        if (n < 3)
        {
            return null;
        }

        double meanX = x.Average();
        double meanY = y.Average();
        double squares = 0;
        double products = 0;
        for (int i = 0; i < n; i++)
        {
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - meanY);
        }

        if (squares <= 0)
        {
            return null;
        }

        double slope = products / squares;
        double meat = 0;
        for (int i = 0; i < n; i++)
        {
            double distance = x[i] - meanX;
            double leverage = (1.0 / n) + (distance * distance / squares);
            double residual = (y[i] - meanY - (slope * distance)) / Math.Max(1e-9, 1 - leverage);
            meat += distance * distance * residual * residual;
        }

        return new LineFit(slope, Math.Sqrt(meat) / squares, n);
    }
}

/// <summary>Spearman's rank correlation.</summary>
/// <param name="Rho">-1 to 1.</param>
/// <param name="N">Number of pairs.</param>
internal sealed record RankCorrelation(double Rho, int N)
{
    /// <summary>Chance of so strong a link in either direction.</summary>
    public double TwoSided
    {
        get
        {
            double rest = 1 - (Rho * Rho);
            double t = rest <= 0 ? double.PositiveInfinity : Math.Abs(Rho) * Math.Sqrt((N - 2) / rest);
            return Math.Min(1, 2 * Significance.StudentUpper(t, N - 2));
        }
    }

    /// <summary>Where the correlation lies, at 95 %, by Fisher's transformation with the variance of Bonett and Wright.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            double centre = Math.Atanh(Math.Clamp(Rho, -0.999999, 0.999999));
            double half = Distributions.Z95 * Math.Sqrt((1 + (Rho * Rho / 2)) / (N - 3));
            return (Math.Tanh(centre - half), Math.Tanh(centre + half));
        }
    }

    /// <summary>Correlates; <see langword="null"/> when one side does not vary or there are fewer than four pairs.</summary>
    public static RankCorrelation? Of(double[] x, double[] y)
    {
        if (x.Length < 4)
        {
            return null;
        }

        double[] ranksX = Ranks.Of(x).Ranks;
        double[] ranksY = Ranks.Of(y).Ranks;
        double mean = (x.Length + 1) / 2.0;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < x.Length; i++)
        {
            squaresX += (ranksX[i] - mean) * (ranksX[i] - mean);
            squaresY += (ranksY[i] - mean) * (ranksY[i] - mean);
            products += (ranksX[i] - mean) * (ranksY[i] - mean);
        }

        return squaresX <= 0 || squaresY <= 0 ? null : new RankCorrelation(products / Math.Sqrt(squaresX * squaresY), x.Length);
    }
}

/// <summary>Middles that single extremes do not move.</summary>
internal static class Medians
{
    /// <summary>The median of at least one value.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>
    /// Above what a value is unusually high: the median plus 3 × 1.4826 × MAD, or plus 2 where the MAD is 0. Mean and
    /// standard deviation would let a single wild day hide itself.
    /// </summary>
    public static double HighThreshold(IReadOnlyCollection<double> values)
    {
        double median = Of(values);
        double spread = Of(values.Select(value => Math.Abs(value - median)));
        return spread == 0 ? median + 2 : median + (3 * 1.4826 * spread);
    }
}
