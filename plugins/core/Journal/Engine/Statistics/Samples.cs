namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Mean, spread and middle of samples. Sums stay decimal; only roots and squares are floating.</summary>
public static class Samples
{
    /// <summary>Arithmetic mean of at least one value.</summary>
    public static decimal Mean(ReadOnlySpan<decimal> values)
    {
        decimal sum = 0;
        foreach (decimal value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Standard deviation of a sample, √(Σ(x − mean)² ÷ (n − 1)); <see langword="null"/> below two values.</summary>
    public static double? Deviation(ReadOnlySpan<decimal> values) => values.Length < 2 ? null : Math.Sqrt(Squares(values) / (values.Length - 1));

    /// <summary>Standard deviation of a whole population, √(Σ(x − mean)² ÷ n); <see langword="null"/> without values.</summary>
    public static double? PopulationDeviation(ReadOnlySpan<decimal> values) => values.Length == 0 ? null : Math.Sqrt(Squares(values) / values.Length);

    /// <summary>The value in the middle; the mean of the two in the middle of an even number.</summary>
    /// <param name="values">At least one value; they are reordered.</param>
    public static decimal Median(decimal[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Length);
        int middle = values.Length / 2;
        Select(values, middle);
        if (values.Length % 2 == 1)
        {
            return values[middle];
        }

        decimal below = values[0];
        for (int i = 1; i < middle; i++)
        {
            below = Math.Max(below, values[i]);
        }

        return (below + values[middle]) / 2;
    }

    // Hoare's selection: afterwards nothing before the place is larger than what stands there, and nothing behind it smaller.
    private static void Select(decimal[] values, int place)
    {
        int low = 0;
        int high = values.Length - 1;
        while (low < high)
        {
            decimal pivot = values[low + ((high - low) / 2)];
            int left = low;
            int right = high;
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (place <= right)
            {
                high = right;
            }
            else if (place >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A floating result as a figure, or <see langword="null"/> when it is no number that a figure can hold.</summary>
    public static decimal? ToDecimal(double value) => double.IsFinite(value) && Math.Abs(value) < 7e27 ? (decimal)value : null;

    // Equal values have no spread at all, whatever dividing their sum by their number leaves over.
    private static double Squares(ReadOnlySpan<decimal> values)
    {
        decimal mean = Mean(values);
        double squares = 0;
        bool equal = true;
        foreach (decimal value in values)
        {
            double distance = (double)(value - mean);
            squares += distance * distance;
            equal &= value == values[0];
        }

        return equal ? 0 : squares;
    }
}
