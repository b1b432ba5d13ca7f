namespace AIWendy.Plugins.Journal.Rules;

/// <summary>How a rule stands, without any intended trade.</summary>
/// <param name="Rule">Stable snake_case id.</param>
/// <param name="Action">What the rule asks for once it is reached.</param>
/// <param name="Value">What is; null while it does not apply, for example without any loss to wait after.</param>
/// <param name="Limit">What the rule allows.</param>
/// <param name="Reached">Whether the next trade would be held up.</param>
internal sealed record RuleStanding(string Rule, RuleAction Action, decimal? Value, decimal Limit, bool Reached);

/// <summary>Tells how rules stand. Pure: the time is given.</summary>
internal static class RuleStatus
{
    /// <summary>The rules that depend on the day, in the order of the rules.</summary>
    public static IReadOnlyList<RuleStanding> Of(RuleSet rules, AccountDay day, DateTimeOffset now)
    {
        List<RuleStanding> standings = [];
        decimal loss = Math.Max(0, -day.Net);
        Add(RuleIds.MaxDailyLoss, rules.MaxDailyLoss, loss, limit => loss >= limit);
        Add(RuleIds.MaxTradesPerDay, rules.MaxTradesPerDay, day.TradesOpened, limit => day.TradesOpened >= limit);
        decimal? minutes = day.LastLossAt is { } last && last <= now ? Math.Floor((decimal)(now - last).TotalMinutes) : null;
        Add(RuleIds.CoolDown, rules.CoolDownMinutes, minutes, limit => minutes < limit);
        Add(RuleIds.MaxOpenPositions, rules.MaxOpenPositions, day.Open.Count, limit => day.Open.Count >= limit);
        return standings;

        void Add(string rule, RuleLimit? limit, decimal? value, Func<decimal, bool> reached)
        {
            if (limit is not null)
            {
                standings.Add(new RuleStanding(rule, limit.Action, value, limit.Value, reached(limit.Value)));
            }
        }
    }
}

/// <summary>How the rules stand for one account today.</summary>
internal sealed record AccountStatusBody(
    Guid AccountId, string Currency, DateTimeOffset DayStart, DateTimeOffset DayEnd, decimal Net, int Trades, int OpenPositions, IReadOnlyList<RuleStanding> Rules);

/// <summary>How the rules stand today.</summary>
internal sealed record RuleStatusBody(IReadOnlyList<AccountStatusBody> Items, LockBody Lock);
