using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Rules;

internal static class RuleEndpoints
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/rules", ReadAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.rules")
            .WithSummary("The own trading rules");
        journal.MapPut("/rules", SetAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.setRules")
            .WithSummary("Set the own trading rules");
        journal.MapGet("/rules/status", ReadStatusAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.ruleStatus")
            .WithSummary("How the own rules stand today");
        journal.MapGet("/rules/overrides", OverridesAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.overrides")
            .WithSummary("Checks that were not followed, and what it cost");
        journal.MapPost("/check-trade", CheckAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.checkTrade")
            .WithSummary("Hold an intended trade against the own rules");
        journal.MapPost("/check-trade/{checkId:guid}/override", OverrideAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.overrideCheck")
            .WithSummary("Go on in spite of a check, with a note");
        journal.MapGet("/lock", ReadLockAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.lock")
            .WithSummary("Whether trading is locked");
        journal.MapPost("/lock", LockAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.lockTrading")
            .WithSummary("Lock trading for a while; it can not be lifted early");
    }

    private static async Task<Ok<RulesBody>> ReadAsync(RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.ReadRulesAsync(cancellationToken));

    private static async Task<Ok<RulesBody>> SetAsync(RulesInput input, RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.SetRulesAsync(RuleInputs.Rules(input), cancellationToken));

    private static async Task<Ok<RuleStatusBody>> ReadStatusAsync(Guid? accountId, RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.ReadStatusAsync(accountId, cancellationToken));

    private static async Task<Ok<OverridePage>> OverridesAsync(int? limit, string? cursor, RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.ListOverridesAsync(cursor, Cursors.Limit(limit), cancellationToken));

    private static async Task<Ok<CheckBody>> CheckAsync(CheckInput input, RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.CheckAsync(input.AccountId, RuleInputs.Trade(input), input.PlaybookId, cancellationToken));

    private static async Task<Ok<OverrideBody>> OverrideAsync(Guid checkId, OverrideInput input, RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.OverrideAsync(checkId, RuleInputs.Note(input), cancellationToken));

    private static async Task<Ok<LockBody>> ReadLockAsync(RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.ReadLockAsync(cancellationToken));

    private static async Task<Ok<LockBody>> LockAsync(LockInput input, RuleService rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(await rules.LockAsync(RuleInputs.Lock(input), cancellationToken));
}
