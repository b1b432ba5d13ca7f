namespace AIWendy.Plugins.Journal.Engine;

/// <summary>A computed number with what is needed to judge it.</summary>
/// <param name="Id">Stable snake_case id.</param>
/// <param name="Value">Full precision; <see langword="null"/> when undefined.</param>
/// <param name="Unit">One of <see cref="FigureUnits"/>.</param>
/// <param name="N">How many trades it rests on.</param>
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

    /// <summary>A figure without a value.</summary>
    public static FigureValue Undefined(string id, string unit, int n, string reason) => new(id, null, unit, n) { Reason = reason };
}

/// <summary>A confidence interval in the unit of its figure.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">Coverage, 0 to 1.</param>
public sealed record ConfidenceInterval(decimal Low, decimal High, decimal Level);

/// <summary>Units of figures.</summary>
public static class FigureUnits
{
    /// <summary>Money in the currency of the statistics.</summary>
    public const string Money = "money";

    /// <summary>0 to 100.</summary>
    public const string Percent = "percent";

    /// <summary>A pure number.</summary>
    public const string Ratio = "ratio";

    /// <summary>A number of trades.</summary>
    public const string Count = "count";

    /// <summary>Minutes.</summary>
    public const string Minutes = "minutes";
}

/// <summary>Why a figure has no value.</summary>
public static class FigureReasons
{
    /// <summary>There is no closed trade.</summary>
    public const string NoTrades = "no_trades";

    /// <summary>There is no winning trade.</summary>
    public const string NoWins = "no_wins";

    /// <summary>There is no losing trade; a ratio to losses has no bound.</summary>
    public const string NoLosses = "no_losses";

    /// <summary>Every trade ended at exactly zero.</summary>
    public const string OnlyBreakeven = "only_breakeven";

    /// <summary>Too few trades to say anything.</summary>
    public const string TooFewTrades = "too_few_trades";

    /// <summary>A percentage of equity needs a start balance.</summary>
    public const string NoStartBalance = "no_start_balance";
}
