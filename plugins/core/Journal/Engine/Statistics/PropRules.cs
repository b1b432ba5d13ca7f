namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>How the floor of a drawdown rule moves.</summary>
public enum DrawdownRule
{
    /// <summary>It stays below the start balance.</summary>
    Static,

    /// <summary>It follows the highest equity.</summary>
    Trailing,
}

/// <summary>What an evaluation programme asks of an account. What is <see langword="null"/> is not asked. Amounts are money, above zero.</summary>
public sealed record PropRuleSet
{
    /// <summary>Most that a day may lose.</summary>
    public decimal? DailyLoss { get; init; }

    /// <summary>Most that equity may fall.</summary>
    public decimal? MaxDrawdown { get; init; }

    /// <summary>From what it may fall.</summary>
    public DrawdownRule Drawdown { get; init; }

    /// <summary>Profit to be reached.</summary>
    public decimal? ProfitTarget { get; init; }

    /// <summary>Largest share of the profit that may come from one day, 0 to 100.</summary>
    public decimal? Consistency { get; init; }

    /// <summary>Days on which a trade must have closed.</summary>
    public int? MinimumDays { get; init; }
}

/// <summary>How a rule stands.</summary>
public enum PropRuleState
{
    /// <summary>Kept so far.</summary>
    Kept,

    /// <summary>Broken.</summary>
    Broken,

    /// <summary>Reached.</summary>
    Reached,

    /// <summary>Not reached yet.</summary>
    Pending,

    /// <summary>Nothing to judge yet.</summary>
    NotApplicable,
}

/// <summary>One rule against the results.</summary>
/// <param name="Rule"><c>daily_loss</c>, <c>max_drawdown</c>, <c>profit_target</c>, <c>consistency</c> or <c>minimum_days</c>.</param>
/// <param name="Limit">What is asked.</param>
/// <param name="Value">What the results come to; <see langword="null"/> when there is nothing to judge.</param>
/// <param name="Remaining">What is left until the limit, not below zero; <see langword="null"/> when there is nothing to judge.</param>
/// <param name="State">How it stands.</param>
/// <param name="Day">Day on which it was broken or reached, or that decides; otherwise <see langword="null"/>.</param>
public sealed record PropRuleStatus(string Rule, decimal Limit, decimal? Value, decimal? Remaining, PropRuleState State, DateOnly? Day);

/// <summary>Judges the rules by results at the close of trades. A rule counts as broken when its limit is reached.</summary>
public static class PropRules
{
    /// <summary>Judges every rule that the set asks for.</summary>
    /// <param name="series">Results in money, by closing time.</param>
    /// <param name="rules">What is asked.</param>
    public static IReadOnlyList<PropRuleStatus> Judge(ResultSeries series, PropRuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rules);
        IReadOnlyList<DayResult> days = DaySeries.Of(series);
        List<PropRuleStatus> statuses = [];
        if (rules.DailyLoss is { } dailyLoss)
        {
            statuses.Add(DailyLoss(series, dailyLoss));
        }

        if (rules.MaxDrawdown is { } maxDrawdown)
        {
            statuses.Add(Drawdown(series, maxDrawdown, rules.Drawdown));
        }

        if (rules.ProfitTarget is { } target)
        {
            statuses.Add(Target(series, target));
        }

        if (rules.Consistency is { } share)
        {
            statuses.Add(Consistency(series, days, share));
        }

        if (rules.MinimumDays is { } minimum)
        {
            PropRuleState state = days.Count >= minimum ? PropRuleState.Reached : PropRuleState.Pending;
            statuses.Add(new("minimum_days", minimum, days.Count, Math.Max(0, minimum - days.Count), state, state == PropRuleState.Reached && minimum > 0 ? days[minimum - 1].Day : null));
        }

        return statuses;
    }

    private static PropRuleStatus DailyLoss(ResultSeries series, decimal limit)
    {
        Dictionary<DateOnly, decimal> sums = [];
        decimal worst = 0;
        DateOnly? worstDay = null;
        DateOnly? broken = null;
        for (int i = 0; i < series.N; i++)
        {
            DateOnly day = series.Trades[i].Day;
            decimal sum = sums[day] = sums.GetValueOrDefault(day) + series.Values[i];
            if (-sum > worst)
            {
                (worst, worstDay) = (-sum, day);
            }

            broken ??= -sum >= limit ? day : null;
        }

        return new("daily_loss", limit, worst, Math.Max(0, limit - worst), broken is null ? PropRuleState.Kept : PropRuleState.Broken, broken ?? worstDay);
    }

    private static PropRuleStatus Drawdown(ResultSeries series, decimal limit, DrawdownRule rule)
    {
        decimal equity = 0;
        decimal peak = 0;
        decimal worst = 0;
        decimal current = 0;
        DateOnly? broken = null;
        for (int i = 0; i < series.N; i++)
        {
            equity += series.Values[i];
            peak = rule == DrawdownRule.Trailing ? Math.Max(peak, equity) : 0;
            current = Math.Max(0, peak - equity);
            worst = Math.Max(worst, current);
            broken ??= current >= limit ? series.Trades[i].Day : null;
        }

        return new("max_drawdown", limit, worst, broken is null ? Math.Max(0, limit - current) : 0, broken is null ? PropRuleState.Kept : PropRuleState.Broken, broken);
    }

    private static PropRuleStatus Target(ResultSeries series, decimal target)
    {
        decimal sum = 0;
        DateOnly? reached = null;
        for (int i = 0; i < series.N; i++)
        {
            sum += series.Values[i];
            reached ??= sum >= target ? series.Trades[i].Day : null;
        }

        return new("profit_target", target, sum, Math.Max(0, target - sum), reached is null ? PropRuleState.Pending : PropRuleState.Reached, reached);
    }

    private static PropRuleStatus Consistency(ResultSeries series, IReadOnlyList<DayResult> days, decimal limit)
    {
        if (series.Sum <= 0)
        {
            return new("consistency", limit, null, null, PropRuleState.NotApplicable, null);
        }

        DayResult best = days.MaxBy(day => day.Result)!;
        decimal share = 100 * best.Result / series.Sum;
        return new("consistency", limit, share, Math.Max(0, limit - share), share <= limit ? PropRuleState.Kept : PropRuleState.Broken, best.Day);
    }
}
