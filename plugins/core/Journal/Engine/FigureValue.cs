namespace AIWendy.Plugins.Journal.Engine;

/// <summary>A computed number with what is needed to judge it.</summary>
/// <param name="Id">Stable snake_case id.</param>
/// <param name="Value">Full precision; <see langword="null"/> when undefined.</param>
/// <param name="Unit">One of <see cref="FigureUnits"/>.</param>
/// <param name="N">How many trades, or days where the figure is about days, it rests on.</param>
public sealed record FigureValue(string Id, decimal? Value, string Unit, int N)
{
    /// <summary>Below this many trades a figure is marked as resting on a low sample.</summary>
    public const int LowSampleBelow = 20;

    /// <summary>Why <see cref="Value"/> is <see langword="null"/>: one of <see cref="FigureReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the true value lies, or <see langword="null"/> where no interval is defined.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>Whether the figure generalises from fewer than <see cref="LowSampleBelow"/> trades.</summary>
    public bool LowSample { get; init; }

    /// <summary>How many trades of the selection the figure could use, where it could not use all; otherwise <see langword="null"/>.</summary>
    public FigureCoverage? Coverage { get; init; }

    /// <summary>What was left out and why; empty when nothing was.</summary>
    public IReadOnlyList<FigureExclusion> Exclusions { get; init; } = [];

    /// <summary>The day that the figure is about, such as the best one; otherwise <see langword="null"/>.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A figure without a value.</summary>
    public static FigureValue Undefined(string id, string unit, int n, string reason) => new(id, null, unit, n) { Reason = reason };
}

/// <summary>A confidence interval in the unit of its figure.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">Coverage, 0 to 1.</param>
public sealed record ConfidenceInterval(decimal Low, decimal High, decimal Level);

/// <summary>How much of the selection a figure rests on.</summary>
/// <param name="Used">Trades that counted.</param>
/// <param name="Total">Trades of the selection.</param>
public sealed record FigureCoverage(int Used, int Total);

/// <summary>Trades that a figure leaves out.</summary>
/// <param name="Reason">One of <see cref="FigureReasons"/>.</param>
/// <param name="Count">How many.</param>
public sealed record FigureExclusion(string Reason, int Count);

/// <summary>Units of figures.</summary>
public static class FigureUnits
{
    /// <summary>Money in the currency of the statistics.</summary>
    public const string Money = "money";

    /// <summary>0 to 100.</summary>
    public const string Percent = "percent";

    /// <summary>A pure number.</summary>
    public const string Ratio = "ratio";

    /// <summary>A number of trades or days.</summary>
    public const string Count = "count";

    /// <summary>Minutes.</summary>
    public const string Minutes = "minutes";

    /// <summary>Calendar days, with decimals.</summary>
    public const string Days = "days";

    /// <summary>Multiples of the risk that a trade was opened with.</summary>
    public const string R = "r";
}

/// <summary>Why a figure has no value, or why a trade did not count.</summary>
public static class FigureReasons
{
    /// <summary>There is no closed trade.</summary>
    public const string NoTrades = "no_trades";

    /// <summary>There is no winning trade.</summary>
    public const string NoWins = "no_wins";

    /// <summary>There is no losing trade; a ratio to losses has no bound.</summary>
    public const string NoLosses = "no_losses";

    /// <summary>Every trade ended at breakeven.</summary>
    public const string OnlyBreakeven = "only_breakeven";

    /// <summary>Too few trades to say anything.</summary>
    public const string TooFewTrades = "too_few_trades";

    /// <summary>A percentage of equity needs a start balance.</summary>
    public const string NoStartBalance = "no_start_balance";

    /// <summary>Equity was not above zero at some point, where a percentage says nothing.</summary>
    public const string EquityNotPositive = "equity_not_positive";

    /// <summary>Spread needs at least two observations.</summary>
    public const string TooSmall = "n_too_small";

    /// <summary>All observations are equal, so nothing can be divided by their spread.</summary>
    public const string NoSpread = "sd_zero";

    /// <summary>No trade has a stop from which its risk follows.</summary>
    public const string NoStop = "no_stop";

    /// <summary>The stop lies at the entry price, so the risk is zero.</summary>
    public const string NoRisk = "risk_zero";

    /// <summary>Equity never fell below a peak; a ratio to the drawdown has no bound.</summary>
    public const string NoDrawdown = "no_drawdown";

    /// <summary>No day was below the target; a ratio to the downside has no bound.</summary>
    public const string NoDownside = "no_downside";

    /// <summary>Annual figures need at least twenty days.</summary>
    public const string TooFewDays = "too_few_days";

    /// <summary>A yearly rate needs at least ninety days between the first and the last.</summary>
    public const string PeriodTooShort = "period_too_short";

    /// <summary>Wins and losses as they are leave nothing to bet on.</summary>
    public const string NoEdge = "no_edge";

    /// <summary>The total is not a profit, so a share of it says nothing.</summary>
    public const string NoProfit = "no_profit";

    /// <summary>There are no prices of the time in which trades were held.</summary>
    public const string NoBars = "no_bars";

    /// <summary>No exchange rate is known for the day of a fill.</summary>
    public const string NoRate = "no_rate";

    /// <summary>The sample is too small for a probability of zero.</summary>
    public const string LowSample = "low_sample";

    /// <summary>The calculation has no solution for these results.</summary>
    public const string NoSolution = "no_solution";
}
