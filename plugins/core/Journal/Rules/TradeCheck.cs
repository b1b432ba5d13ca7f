using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>A trade that somebody is about to open.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Quantity">Units, positive.</param>
/// <param name="Risk">What the plan puts at risk, in the currency of the account, or null.</param>
/// <param name="Ticked">What was ticked.</param>
internal sealed record IntendedTrade(string Symbol, PositionSide Side, decimal Quantity, decimal? Risk, IReadOnlyCollection<string> Ticked);

/// <summary>How the account stands on its trading day.</summary>
/// <param name="Net">Result of the day so far.</param>
/// <param name="TradesOpened">Trades opened on it.</param>
/// <param name="LastLossAt">When the last losing trade was closed, in UTC.</param>
/// <param name="Open">Open positions.</param>
internal sealed record AccountDay(decimal Net, int TradesOpened, DateTimeOffset? LastLossAt, IReadOnlyList<HeldPosition> Open);

/// <summary>An open position.</summary>
internal sealed record HeldPosition(string Symbol, PositionSide Side, decimal Quantity);

/// <summary>Why a check did not pass.</summary>
/// <param name="Rule">Stable snake_case id of the rule.</param>
/// <param name="Action">What the rule asks for.</param>
/// <param name="Value">What is.</param>
/// <param name="Limit">What the rule allows.</param>
/// <param name="Missing">What was not ticked.</param>
internal sealed record CheckReason(string Rule, RuleAction Action, decimal Value, decimal Limit, IReadOnlyList<string> Missing);

/// <summary>Ids of rules as reasons name them.</summary>
internal static class RuleIds
{
    public const string Lock = "lock";
    public const string MaxDailyLoss = "max_daily_loss";
    public const string DailyLossAtRisk = "daily_loss_at_risk";
    public const string MaxTradesPerDay = "max_trades_per_day";
    public const string CoolDown = "cool_down";
    public const string MaxSize = "max_size";
    public const string MaxOpenPositions = "max_open_positions";
    public const string RequiredChecklist = "required_checklist";
}

/// <summary>Holds an intended trade against the rules. Pure: the time is given.</summary>
internal static class TradeCheck
{
    /// <summary>Every reason against the trade. Reducing or closing an open position is never held up, not even by a lock.</summary>
    public static IReadOnlyList<CheckReason> Reasons(IntendedTrade trade, RuleSet rules, AccountDay day, DateTimeOffset? lockedUntil, DateTimeOffset now) =>
        Reduces(trade, day) ? [] : [.. Against(trade, rules, day, lockedUntil, now)];

    /// <summary>What reasons come to together: null when nothing speaks against the trade.</summary>
    public static RuleAction? Strongest(IReadOnlyList<CheckReason> reasons) => reasons.Count == 0 ? null : reasons.Max(reason => reason.Action);

    private static IEnumerable<CheckReason> Against(IntendedTrade trade, RuleSet rules, AccountDay day, DateTimeOffset? lockedUntil, DateTimeOffset now)
    {
        if (lockedUntil > now)
        {
            yield return new CheckReason(RuleIds.Lock, RuleAction.Block, Math.Ceiling((decimal)(lockedUntil.Value - now).TotalMinutes), 0, []);
        }

        foreach (CheckReason? reason in new[]
        {
            DailyLoss(trade, rules.MaxDailyLoss, day),
            rules.MaxTradesPerDay is { } trades && day.TradesOpened >= trades.Value ? Reason(RuleIds.MaxTradesPerDay, trades, day.TradesOpened) : null,
            CoolDown(rules.CoolDownMinutes, day, now),
            Size(trade, rules.MaxSize, day),
            OpenPositions(trade, rules.MaxOpenPositions, day),
            Checklist(trade, rules.RequiredChecklist),
        })
        {
            if (reason is not null)
            {
                yield return reason;
            }
        }
    }

    private static bool Reduces(IntendedTrade trade, AccountDay day) =>
        trade.Quantity <= day.Open.Where(position => IsSame(position, trade) && position.Side != trade.Side).Sum(position => position.Quantity);

    private static CheckReason? DailyLoss(IntendedTrade trade, RuleLimit? limit, AccountDay day)
    {
        decimal loss = Math.Max(0, -day.Net);
        if (limit is null || loss >= limit.Value)
        {
            return limit is null ? null : Reason(RuleIds.MaxDailyLoss, limit, loss);
        }

        return trade.Risk is { } risk && risk - day.Net > limit.Value ? Reason(RuleIds.DailyLossAtRisk, limit, risk - day.Net) : null;
    }

    private static CheckReason? CoolDown(RuleLimit? limit, AccountDay day, DateTimeOffset now)
    {
        if (limit is null || day.LastLossAt is not { } last)
        {
            return null;
        }

        decimal passed = (decimal)(now - last).TotalMinutes;
        return passed >= 0 && passed < limit.Value ? Reason(RuleIds.CoolDown, limit, Math.Floor(passed)) : null;
    }

    private static CheckReason? Size(IntendedTrade trade, RuleLimit? limit, AccountDay day)
    {
        decimal size = trade.Quantity + day.Open.Where(position => IsSame(position, trade) && position.Side == trade.Side).Sum(position => position.Quantity);
        return limit is not null && size > limit.Value ? Reason(RuleIds.MaxSize, limit, size) : null;
    }

    private static CheckReason? OpenPositions(IntendedTrade trade, RuleLimit? limit, AccountDay day) =>
        limit is not null && day.Open.Count >= limit.Value && day.Open.All(position => !IsSame(position, trade))
            ? Reason(RuleIds.MaxOpenPositions, limit, day.Open.Count)
            : null;

    private static CheckReason? Checklist(IntendedTrade trade, IReadOnlyList<RuleItem> required)
    {
        RuleItem[] missing = [.. required.Where(item => !trade.Ticked.Contains(item.Value))];
        return missing.Length == 0
            ? null
            : new CheckReason(
                RuleIds.RequiredChecklist, missing.Max(item => item.Action), required.Count - missing.Length, required.Count, [.. missing.Select(item => item.Value)]);
    }

    // Files write symbols in either case; people type them as they like.
    private static bool IsSame(HeldPosition position, IntendedTrade trade) => string.Equals(position.Symbol, trade.Symbol, StringComparison.OrdinalIgnoreCase);

    private static CheckReason Reason(string rule, RuleLimit limit, decimal value) => new(rule, limit.Action, value, limit.Value, []);
}
