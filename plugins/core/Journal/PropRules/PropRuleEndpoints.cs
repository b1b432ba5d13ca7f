using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.PropRules;

internal static class PropRuleEndpoints
{
    private const int LongestName = 80;
    private const int MostDays = 366;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/prop-rules", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.propRules")
            .WithSummary("Rules of evaluation programmes");
        journal.MapPost("/prop-rules", AddAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.addPropRules")
            .WithSummary("Add the rules of an evaluation programme to an account");
        journal.MapDelete("/prop-rules/{id:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removePropRules")
            .WithSummary("Remove the rules of an evaluation programme");
        journal.MapGet("/prop-rules/status", StatusAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.propRuleStatus")
            .WithSummary("How the accounts stand against their rules");
    }

    private static async Task<Ok<PropRuleList>> ListAsync(ITenantDatabase database, PropRuleStore store, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(new PropRuleList([.. (await store.ListAsync(transaction, cancellationToken)).Select(item => ToBody(item.Rules))]));
    }

    private static async Task<Ok<PropRuleBody>> AddAsync(
        PropRuleInput input, ITenantDatabase database, PropRuleStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        PropRuleSetting rules = Check(input, time.GetUtcNow());
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if (!await store.AddAsync(transaction, rules, cancellationToken))
        {
            throw ProblemException.NotFound("The account");
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(ToBody(rules));
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ITenantDatabase database, PropRuleStore store, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if (!await store.RemoveAsync(transaction, id, cancellationToken))
        {
            throw ProblemException.NotFound("The rules");
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PropRuleStandingList>> StatusAsync(
        ITenantDatabase database, PropRuleStore store, TradeAnalysis analysis, CancellationToken cancellationToken)
    {
        IReadOnlyList<(PropRuleSetting Rules, string Currency)> all;
        await using (TenantTransaction transaction = await database.BeginAsync(cancellationToken))
        {
            all = await store.ListAsync(transaction, cancellationToken);
        }

        List<PropRuleStanding> standings = [];
        foreach ((PropRuleSetting rules, string currency) in all)
        {
            TradeFilter filter = new() { AccountIds = [rules.AccountId], Currency = currency, SinceReset = true };
            PropRuleSet set = rules.ToSet();
            IReadOnlyList<PropRuleStatus> statuses = await analysis.ComputeAsync(
                filter,
                TradeDetail.Results,
                $"prop-rules|{set}",
                selection => PropRuleJudge(selection, set),
                cancellationToken);
            standings.Add(new PropRuleStanding(rules.Id, rules.AccountId, rules.Name, currency, State(statuses), [.. statuses.Select(ToBody)]));
        }

        return TypedResults.Ok(new PropRuleStandingList(standings));
    }

    private static IReadOnlyList<PropRuleStatus> PropRuleJudge(TradeSelection selection, PropRuleSet set) =>
        Engine.Statistics.PropRules.Judge(ResultSeries.Of(selection.ClosedTrades, selection.Options(TradeView.Default)), set);

    // Broken as soon as one rule is; passed when nothing is pending.
    private static string State(IReadOnlyList<PropRuleStatus> statuses) =>
        statuses.Any(status => status.State == PropRuleState.Broken) ? "broken"
        : statuses.Any(status => status.State is PropRuleState.Pending or PropRuleState.NotApplicable) ? "running"
        : "passed";

    private static PropRuleSetting Check(PropRuleInput input, DateTimeOffset now)
    {
        decimal? Amount(string field, decimal? value) => value is null or (> 0 and <= 1_000_000_000_000)
            ? value
            : throw ProblemException.Invalid(field, new Text($"“{field}” must be above 0.", $"“{field}”必须大于 0。"));
        decimal? consistency = input.Consistency is null or (> 0 and <= 100)
            ? input.Consistency
            : throw ProblemException.Invalid("consistency", new Text("“consistency” must be above 0 and at most 100.", "“consistency”必须大于 0 且不超过 100。"));
        PropRuleSetting rules = new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = input.AccountId ?? throw ProblemException.Invalid("accountId", new Text("“accountId” is needed.", "需要“accountId”。")),
            Name = input.Name?.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl)
                ? name
                : throw ProblemException.Invalid("name", new Text($"“name” must have 1 to {LongestName} characters.", $"“name”必须有 1 到 {LongestName} 个字符。")),
            DailyLoss = Amount("dailyLoss", input.DailyLoss),
            MaxDrawdown = Amount("maxDrawdown", input.MaxDrawdown),
            Drawdown = FilterText.OneOf<DrawdownRule>("drawdown", input.Drawdown) ?? DrawdownRule.Trailing,
            ProfitTarget = Amount("profitTarget", input.ProfitTarget),
            Consistency = consistency,
            MinimumDays = FilterText.Whole("minimumDays", input.MinimumDays, 1, MostDays),
            CreatedAt = now,
        };
        return rules.ToSet() == new PropRuleSet { Drawdown = rules.Drawdown }
            ? throw ProblemException.Invalid("dailyLoss", new Text("At least one rule is needed.", "至少需要一条规则。"))
            : rules;
    }

    private static PropRuleBody ToBody(PropRuleSetting rules) => new(
        rules.Id,
        rules.AccountId,
        rules.Name,
        rules.DailyLoss,
        rules.MaxDrawdown,
        rules.Drawdown == DrawdownRule.Static ? "static" : "trailing",
        rules.ProfitTarget,
        rules.Consistency,
        rules.MinimumDays);

    private static PropRuleStatusBody ToBody(PropRuleStatus status) => new(
        status.Rule,
        status.Limit,
        status.Value,
        status.Remaining,
        status.Rule switch { "consistency" => "percent", "minimum_days" => "count", _ => "money" },
        status.State switch
        {
            PropRuleState.Kept => "kept",
            PropRuleState.Broken => "broken",
            PropRuleState.Reached => "reached",
            PropRuleState.Pending => "pending",
            _ => "notApplicable",
        },
        status.Day);
}
