using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>The pre-trade ritual: rules, checks, overrides and the lock.</summary>
internal sealed class RuleService(ITenantDatabase database, RuleStore rules, CheckStore checks, AccountDayReader days, ICurrentUser user, TimeProvider time)
{
    /// <summary>The rules that hold now.</summary>
    public async Task<RulesBody> ReadRulesAsync(CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return RuleBodies.Of(await rules.ReadAsync(transaction, Timestamps.Now(time), cancellationToken));
    }

    /// <summary>Sets rules: what protects more holds at once, the rest from the next trading day on, and never before a lock ends.</summary>
    public async Task<RulesBody> SetRulesAsync(RuleSet wanted, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Timestamps.Now(time);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await rules.SerialiseAsync(transaction, cancellationToken);
        StoredRules stored = await rules.ReadAsync(transaction, now, cancellationToken);
        StoredRules changed = stored.Change(wanted, now, await LooserFromAsync(transaction, now, cancellationToken));
        await rules.WriteAsync(transaction, changed, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RuleBodies.Of(changed);
    }

    /// <summary>How the rules stand today, for one account or for all.</summary>
    public async Task<RuleStatusBody> ReadStatusAsync(Guid? accountId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Timestamps.Now(time);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        StoredRules stored = await rules.ReadAsync(transaction, now, cancellationToken);
        IReadOnlyList<RuledAccount> accounts = await days.ReadAccountsAsync(transaction, cancellationToken);
        List<AccountStatusBody> items = [];
        foreach (RuledAccount account in accountId is null ? accounts : [Choose(accounts, accountId)])
        {
            DayBounds bounds = DayBounds.Of(now, account.Zone, account.CutOff);
            AccountDay day = await days.ReadAsync(transaction, account, bounds, cancellationToken);
            items.Add(new AccountStatusBody(
                account.Id, account.Currency, bounds.Start, bounds.End, day.Net, day.TradesOpened, day.Open.Count, RuleStatus.Of(stored.Current, day, now)));
        }

        return new RuleStatusBody(items, RuleBodies.Of(await rules.ReadLockAsync(transaction, now, cancellationToken), now));
    }

    /// <summary>Holds an intended trade against the rules and keeps the answer.</summary>
    public async Task<CheckBody> CheckAsync(Guid? accountId, IntendedTrade trade, Guid? playbookId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Timestamps.Now(time);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        RuledAccount account = Choose(await days.ReadAccountsAsync(transaction, cancellationToken), accountId);
        StoredRules stored = await rules.ReadAsync(transaction, now, cancellationToken);
        (DateTimeOffset Since, DateTimeOffset Until)? held = await rules.ReadLockAsync(transaction, now, cancellationToken);
        AccountDay day = await days.ReadAsync(transaction, account, DayBounds.Of(now, account.Zone, account.CutOff), cancellationToken);
        IReadOnlyList<CheckReason> reasons = TradeCheck.Reasons(trade, stored.Current, day, held?.Until, now);
        CheckDecision decision = TradeCheck.Strongest(reasons) switch
        {
            null => CheckDecision.Allowed,
            RuleAction.Warn => CheckDecision.Warn,
            RuleAction.Confirm => CheckDecision.Confirm,
            _ => CheckDecision.Blocked,
        };
        StoredCheck check = new()
        {
            Id = Guid.CreateVersion7(now),
            AccountId = account.Id,
            Symbol = trade.Symbol,
            Side = trade.Side,
            Quantity = trade.Quantity,
            Risk = trade.Risk,
            PlaybookId = playbookId,
            Decision = decision,
            Reasons = JsonSerializer.Serialize(reasons, RulesJsonContext.Default.IReadOnlyListCheckReason),
            CheckedAt = now,
        };
        await checks.AddAsync(transaction, check, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CheckBody(RuleBodies.Lower(decision), RuleBodies.Of(reasons, account.Currency, user.Language), held is null ? null : RuleBodies.Of(held, now), check.Id);
    }

    /// <summary>Keeps the note of somebody who goes on in spite of a check. What is blocked stays blocked.</summary>
    public async Task<OverrideBody> OverrideAsync(Guid checkId, string note, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Timestamps.Now(time);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        CheckRow check = await checks.FindAsync(transaction, checkId, cancellationToken) ?? throw ProblemException.NotFound("The check");
        Refuse(check, await rules.ReadLockAsync(transaction, now, cancellationToken) is not null, now);
        await checks.OverrideAsync(transaction, checkId, note, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RuleBodies.Of(check with { Note = note, OverriddenAt = now, Trades = [], TradesNet = 0 }, user.Language);
    }

    /// <summary>What was not followed and what it cost, newest first.</summary>
    public async Task<OverridePage> ListOverridesAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        Guid? before = string.IsNullOrEmpty(cursor) ? null : Guid.TryParse(Cursors.Decode(cursor), out Guid id) ? id : throw Cursors.Invalid();
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        List<CheckRow> rows = await checks.ListOverriddenAsync(transaction, before, limit + 1, cancellationToken);
        string? next = rows.Count > limit ? Cursors.Encode(rows[limit - 1].Id.ToString()) : null;
        return new OverridePage([.. rows.Take(limit).Select(row => RuleBodies.Of(row, user.Language))], next);
    }

    /// <summary>Locks trading; a lock that lasts longer stays.</summary>
    public async Task<LockBody> LockAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Timestamps.Now(time);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await rules.LockAsync(transaction, now, now + length, cancellationToken);
        LockBody body = RuleBodies.Of(await rules.ReadLockAsync(transaction, now, cancellationToken), now);
        await transaction.CommitAsync(cancellationToken);
        return body;
    }

    /// <summary>The lock that holds now.</summary>
    public async Task<LockBody> ReadLockAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = Timestamps.Now(time);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return RuleBodies.Of(await rules.ReadLockAsync(transaction, now, cancellationToken), now);
    }

    // The rules hold for all accounts, so a looser one waits until the trading day of every account has ended.
    private async Task<DateTimeOffset> LooserFromAsync(TenantTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<RuledAccount> accounts = await days.ReadAccountsAsync(transaction, cancellationToken);
        DateTimeOffset nextDay = accounts.Count == 0
            ? DayBounds.Of(now, TimeZoneInfo.Utc, null).End
            : accounts.Max(account => DayBounds.Of(now, account.Zone, account.CutOff).End);
        return await rules.ReadLockAsync(transaction, now, cancellationToken) is { } held && held.Until > nextDay ? held.Until : nextDay;
    }

    private static RuledAccount Choose(IReadOnlyList<RuledAccount> accounts, Guid? id)
    {
        if (id is { } wanted)
        {
            return accounts.FirstOrDefault(account => account.Id == wanted) ?? throw ProblemException.NotFound("The account");
        }

        return accounts.Count == 1
            ? accounts[0]
            : throw ProblemException.Invalid("accountId", Text.Of("Name the account with “accountId”.", "请用“accountId”指明账户。"));
    }

    private static void Refuse(CheckRow check, bool locked, DateTimeOffset now)
    {
        if (locked)
        {
            throw new ProblemException(409, "trading_locked", Text.Of("You locked trading. Nothing can be overridden until the lock ends.", "你已锁定交易。解锁之前不能越过检查。"));
        }

        if (check.Decision is CheckDecision.Blocked or CheckDecision.Allowed)
        {
            throw check.Decision == CheckDecision.Blocked
                ? new ProblemException(409, "check_blocked", Text.Of("Your rule blocks this trade; it can not be overridden.", "你的规则禁止这笔交易，不能越过。"))
                : new ProblemException(409, "check_allowed", Text.Of("Nothing speaks against this trade, so there is nothing to override.", "没有规则反对这笔交易，不需要越过。"));
        }

        if (check.OverriddenAt is not null || now - check.CheckedAt > CheckStore.Window)
        {
            throw check.OverriddenAt is not null
                ? new ProblemException(409, "check_overridden", Text.Of("This check was overridden already. Check again.", "这次检查已经越过了。请重新检查。"))
                : new ProblemException(409, "check_expired", Text.Of("This check is too old. Check again.", "这次检查已过期。请重新检查。"));
        }
    }
}
