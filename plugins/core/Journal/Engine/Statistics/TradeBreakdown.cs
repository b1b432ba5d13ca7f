namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>How much of a cell may be shown.</summary>
public enum CellVisibility
{
    /// <summary>Fewer than five trades: number and sum alone.</summary>
    Hidden,

    /// <summary>Fewer than twenty trades: marked as a low sample.</summary>
    Grey,

    /// <summary>Enough trades.</summary>
    Full,
}

/// <summary>The trades of one value of a dimension.</summary>
/// <param name="Key">The value, as a filter takes it.</param>
/// <param name="N">Trades.</param>
/// <param name="Sum">Sum of their results.</param>
/// <param name="Mean">Mean of their results.</param>
/// <param name="Wins">Winning trades.</param>
/// <param name="Losses">Losing trades.</param>
/// <param name="WinRate">Wins ÷ (wins + losses), 0 to 100; <see langword="null"/> without either.</param>
/// <param name="ProfitFactor">Won ÷ lost; <see langword="null"/> without losses.</param>
/// <param name="Interval">Where the true mean lies, at 95 %; <see langword="null"/> below two trades or without spread.</param>
/// <param name="P">
/// Chance of such a difference between these trades and all others when there is none, by Welch's test;
/// <see langword="null"/> for a hidden cell or when there are no others.
/// </param>
/// <param name="Adjusted">The same after the correction for all cells at once.</param>
/// <param name="Shown">How much may be shown.</param>
public sealed record BreakdownCell(
    string Key,
    int N,
    decimal Sum,
    decimal Mean,
    int Wins,
    int Losses,
    decimal? WinRate,
    decimal? ProfitFactor,
    ConfidenceInterval? Interval,
    double? P,
    double? Adjusted,
    CellVisibility Shown)
{
    /// <summary>Whether the cell differs from the other trades by more than chance, all cells considered.</summary>
    public bool IsSignificant => Adjusted <= TradeBreakdown.FalseDiscoveryRate;
}

/// <summary>Trades by the value of a dimension. A trade may fall into several cells, or into none.</summary>
public static class TradeBreakdown
{
    /// <summary>Of the cells that are called significant at most this share is chance.</summary>
    public const double FalseDiscoveryRate = 0.10;

    private const int HiddenBelow = 5;

    /// <summary>Groups results.</summary>
    /// <param name="series">The results.</param>
    /// <param name="keys">The values of a trade.</param>
    public static IReadOnlyList<BreakdownCell> Of(ResultSeries series, Func<ClosedTrade, IEnumerable<string>> keys)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(keys);
        Dictionary<string, Group> groups = new(StringComparer.Ordinal);
        for (int i = 0; i < series.N; i++)
        {
            foreach (string key in keys(series.Trades[i]))
            {
                if (!groups.TryGetValue(key, out Group? group))
                {
                    group = new Group();
                    groups.Add(key, group);
                }

                group.Add(series.Values[i], series.Outcomes[i]);
            }
        }

        return Test(series, groups);
    }

    private static IReadOnlyList<BreakdownCell> Test(ResultSeries series, Dictionary<string, Group> groups)
    {
        Moments all = Moments.Of(series.Values);
        BreakdownCell[] cells = [.. groups.Select(group => group.Value.ToCell(group.Key, all))];
        int[] tested = [.. Enumerable.Range(0, cells.Length).Where(i => cells[i].P is not null)];
        IReadOnlyList<double> adjusted = BenjaminiHochberg.Adjust([.. tested.Select(i => cells[i].P!.Value)]);
        for (int i = 0; i < tested.Length; i++)
        {
            cells[tested[i]] = cells[tested[i]] with { Adjusted = adjusted[i] };
        }

        return cells;
    }

    private sealed class Group
    {
        private readonly List<decimal> _values = [];
        private int _wins;
        private int _losses;
        private decimal _won;
        private decimal _lost;

        public void Add(decimal value, TradeOutcome outcome)
        {
            _values.Add(value);
            switch (outcome)
            {
                case TradeOutcome.Win:
                    _wins++;
                    _won += value;
                    break;
                case TradeOutcome.Loss:
                    _losses++;
                    _lost -= value;
                    break;
            }
        }

        public BreakdownCell ToCell(string key, Moments all)
        {
            int n = _values.Count;
            decimal sum = _values.Sum();
            Moments own = Moments.Of(_values);
            return new BreakdownCell(
                key,
                n,
                sum,
                sum / n,
                _wins,
                _losses,
                _wins + _losses == 0 ? null : 100m * _wins / (_wins + _losses),
                _losses == 0 ? null : _won / _lost,
                Distributions.MeanIntervalOrNull(_values),
                n < HiddenBelow ? null : WelchTest.Of(own, all.Without(own))?.P,
                null,
                n < HiddenBelow ? CellVisibility.Hidden : n < FigureValue.LowSampleBelow ? CellVisibility.Grey : CellVisibility.Full);
        }
    }
}
