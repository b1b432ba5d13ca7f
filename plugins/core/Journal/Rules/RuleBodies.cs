namespace AIWendy.Plugins.Journal.Rules;

/// <summary>Turns rules, checks and locks into what clients see.</summary>
internal static class RuleBodies
{
    private static readonly LockBody NotLocked = new(Locked: false, null, null, 0);

    public static RulesBody Of(StoredRules rules) => new(
        rules.Current.MaxDailyLoss,
        rules.Current.MaxTradesPerDay,
        rules.Current.CoolDownMinutes,
        rules.Current.MaxSize,
        rules.Current.MaxOpenPositions,
        rules.Current.RequiredChecklist,
        rules is { Pending: { } pending, PendingFrom: { } from } ? new PendingRulesBody(from, pending) : null);

    public static LockBody Of((DateTimeOffset Since, DateTimeOffset Until)? held, DateTimeOffset now) => held is { } trading
        ? new LockBody(Locked: true, trading.Since, trading.Until, (int)Math.Ceiling((trading.Until - now).TotalMinutes))
        : NotLocked;

    public static IReadOnlyList<ReasonBody> Of(IReadOnlyList<CheckReason> reasons, string currency, string language) =>
    [
        .. reasons.Select(reason => new ReasonBody(reason.Rule, reason.Action, RuleTexts.Of(reason, currency).For(language), reason.Value, reason.Limit, reason.Missing)),
    ];

    public static OverrideBody Of(CheckRow check, string language) => new(
        check.Id,
        check.OverriddenAt is null ? "ignored" : "overridden",
        check.OverriddenAt ?? check.CheckedAt,
        check.AccountId,
        check.Symbol,
        Lower(check.Side),
        check.Quantity,
        Lower(check.Decision),
        Of(check.Reasons, check.Currency, language),
        check.Note,
        check.Trades,
        check.Trades.Count == 0 ? null : new OverrideCostBody(-check.TradesNet, check.Currency));

    public static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
