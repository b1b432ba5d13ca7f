namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Whether fees count.</summary>
public enum ResultView
{
    /// <summary>Results after fees.</summary>
    Net,

    /// <summary>Results before fees; wins and losses are decided anew.</summary>
    Gross,
}

/// <summary>What results are stated in.</summary>
public enum ResultUnit
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>Percent of the start balance.</summary>
    Percent,

    /// <summary>Multiples of the risk that the first stop put up; trades without one are left out and counted.</summary>
    R,
}

/// <summary>Which days a daily series has.</summary>
public enum DayBasis
{
    /// <summary>Days on which a trade closed.</summary>
    Closes,

    /// <summary>Every Monday to Friday from the first close to the last, days without a close as zero; weekend closes are days of their own.</summary>
    Weekdays,
}

/// <summary>What a day's return is.</summary>
public enum ReturnBasis
{
    /// <summary>The day's result divided by the equity at its start.</summary>
    Equity,

    /// <summary>The day's result as it is.</summary>
    Result,
}

/// <summary>What a breakeven trade does to a streak.</summary>
public enum StreakRule
{
    /// <summary>Nothing.</summary>
    SkipBreakeven,

    /// <summary>It ends it.</summary>
    EndAtBreakeven,
}

/// <summary>Money that came into or left an account without a trade.</summary>
/// <param name="Day">Trading day; it counts from the start of that day.</param>
/// <param name="Amount">Positive is a deposit, negative a withdrawal.</param>
public sealed record CashFlow(DateOnly Day, decimal Amount);

/// <summary>How to look at closed trades. The defaults are the conventions of the journal.</summary>
public sealed record StatisticsOptions
{
    /// <summary>The defaults.</summary>
    public static readonly StatisticsOptions Default = new();

    /// <summary>Equity before the first trade, not negative.</summary>
    public decimal StartBalance { get; init; }

    /// <summary>Net or gross.</summary>
    public ResultView View { get; init; }

    /// <summary>Money, percent or R.</summary>
    public ResultUnit Unit { get; init; }

    /// <summary>Results up to this far from zero are breakeven, in money.</summary>
    public decimal BreakevenBand { get; init; }

    /// <summary>Bands of single accounts, which take precedence over <see cref="BreakevenBand"/>; <see langword="null"/> when none has one.</summary>
    public IReadOnlyDictionary<Guid, decimal>? BreakevenBands { get; init; }

    /// <summary>Which days count in Sharpe and Sortino ratios.</summary>
    public DayBasis Days { get; init; }

    /// <summary>What a day's return is in Sharpe and Sortino ratios.</summary>
    public ReturnBasis Returns { get; init; }

    /// <summary>What breakeven trades do to streaks.</summary>
    public StreakRule Streaks { get; init; }

    /// <summary>Yearly risk-free rate, as a share: 0.03 for three percent.</summary>
    public decimal RiskFreeRate { get; init; }

    /// <summary>Trades above this number do not raise the capped system quality number.</summary>
    public int SqnCap { get; init; } = 100;

    /// <summary>Distance to ruin, in R.</summary>
    public int RuinUnits { get; init; } = 10;

    /// <summary>Deposits and withdrawals in the order of days; they enter no result, only the equity that results are compared with.</summary>
    public IReadOnlyList<CashFlow> CashFlows { get; init; } = [];

    /// <summary>The breakeven band of an account.</summary>
    public decimal BandOf(Guid accountId) =>
        BreakevenBands is not null && BreakevenBands.TryGetValue(accountId, out decimal band) ? band : BreakevenBand;
}
