namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>
/// Returns by day and the ratios over them. Sharpe: mean(r − rf) ÷ sample deviation. Sortino: mean(r − rf) ÷ √(Σ min(0, r − rf)² ÷ N)
/// over all N days, never the deviation of the losing days alone. A year has 252 days.
/// </summary>
public sealed class DailyReturns
{
    /// <summary>Days of a year on which markets trade.</summary>
    public const int DaysPerYear = 252;

    /// <summary>Below this many days nothing is scaled to a year.</summary>
    public const int MinimumForYear = 20;

    private DailyReturns(IReadOnlyList<double> values, string? reason, double dailyRiskFree)
    {
        Values = values;
        Reason = reason;
        if (values.Count == 0)
        {
            return;
        }

        Mean = values.Average();
        double squares = values.Sum(value => (value - Mean) * (value - Mean));
        bool equal = values.All(value => value == values[0]);
        Deviation = values.Count < 2 ? null : equal ? 0 : Math.Sqrt(squares / (values.Count - 1));
        TargetDeviation = DownsideDeviation(values, dailyRiskFree);
        double excess = Mean - dailyRiskFree;
        Sharpe = Deviation > 0 ? excess / Deviation : null;
        Sortino = TargetDeviation > 0 ? excess / TargetDeviation : null;
        Excess = excess;
    }

    /// <summary>One return per day, as a share, or the plain results where no equity is compared with.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Why there are no returns; otherwise <see langword="null"/>.</summary>
    public string? Reason { get; }

    /// <summary>Mean of the returns.</summary>
    public double Mean { get; }

    /// <summary>Mean above the risk-free rate of a day.</summary>
    public double Excess { get; }

    /// <summary>Sample deviation; <see langword="null"/> below two days.</summary>
    public double? Deviation { get; }

    /// <summary>Deviation below the target over all days.</summary>
    public double? TargetDeviation { get; }

    /// <summary>Sharpe ratio of a day; <see langword="null"/> without spread.</summary>
    public double? Sharpe { get; }

    /// <summary>Sortino ratio of a day; <see langword="null"/> when no day fell short.</summary>
    public double? Sortino { get; }

    /// <summary>Product of (1 + r) minus one: the time-weighted return.</summary>
    public double Compounded => Values.Aggregate(1.0, (product, value) => product * (1 + value)) - 1;

    /// <summary>Returns of days.</summary>
    /// <param name="days">Results by day, in order.</param>
    /// <param name="start">Equity before the first day.</param>
    /// <param name="basis">Shares of the equity, or the results themselves.</param>
    /// <param name="flows">Deposits and withdrawals in the order of days.</param>
    /// <param name="riskFreeRate">Yearly, as a share; only compared with shares.</param>
    public static DailyReturns Of(IReadOnlyList<DayResult> days, decimal start, ReturnBasis basis, IReadOnlyList<CashFlow> flows, decimal riskFreeRate)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(flows);
        if (days.Count == 0)
        {
            return new DailyReturns([], FigureReasons.NoTrades, 0);
        }

        if (basis == ReturnBasis.Result)
        {
            return new DailyReturns([.. days.Select(day => (double)day.Result)], null, 0);
        }

        double[] values = new double[days.Count];
        decimal equity = start;
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (; next < flows.Count && flows[next].Day <= days[i].Day; next++)
            {
                equity += flows[next].Amount;
            }

            if (equity <= 0)
            {
                return new DailyReturns([], i == 0 ? FigureReasons.NoStartBalance : FigureReasons.EquityNotPositive, 0);
            }

            values[i] = (double)days[i].Result / (double)equity;
            equity += days[i].Result;
        }

        return new DailyReturns(values, null, (double)riskFreeRate / DaysPerYear);
    }

    /// <summary>√(Σ min(0, x − target)² ÷ N) over all values.</summary>
    public static double DownsideDeviation(IReadOnlyList<double> values, double target = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        double squares = 0;
        foreach (double value in values)
        {
            double below = Math.Min(0, value - target);
            squares += below * below;
        }

        return Math.Sqrt(squares / values.Count);
    }
}
