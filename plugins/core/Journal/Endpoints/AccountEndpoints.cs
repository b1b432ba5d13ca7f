using AIWendy.Plugins.Journal.Accounts;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Plugins.Journal.Sample;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

internal static class AccountEndpoints
{
    private const int LongestName = 80;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/accounts", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.accounts")
            .WithSummary("Trading accounts");
        journal.MapPost("/accounts", AddAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.addAccount")
            .WithSummary("Add a trading account");
        journal.MapPut("/accounts/{id:guid}", UpdateAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.updateAccount")
            .WithSummary("Set name, currency, zone and start balance of a trading account");
        journal.MapGet("/accounts/{id:guid}", GetAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.account")
            .WithSummary("A trading account");
        journal.MapPatch("/accounts/{id:guid}", PatchAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.changeAccount")
            .WithSummary("Change parts of a trading account; what is absent stays, null clears");
        journal.MapPost("/sample", LoadSampleAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.loadSample")
            .WithSummary("Load sample trades");
        journal.MapDelete("/sample", RemoveSampleAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeSample")
            .WithSummary("Remove the sample trades");
    }

    private static async Task<Ok<AccountList>> ListAsync(ITenantDatabase database, AccountStore accounts, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(new AccountList([.. (await accounts.ListAsync(transaction, cancellationToken)).Select(account => account.ToBody())]));
    }

    private static async Task<Ok<AccountBody>> AddAsync(AccountInput input, ITenantDatabase database, AccountStore accounts, CancellationToken cancellationToken)
    {
        (string name, string currency, string zone, decimal balance) = Check(input);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        Guid id = await accounts.AddAsync(transaction, name, null, currency, zone, balance, isSample: false, cancellationToken);
        return await AnswerAsync(transaction, accounts, id, cancellationToken);
    }

    private static async Task<Ok<AccountBody>> GetAsync(Guid id, ITenantDatabase database, AccountStore accounts, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return await AnswerAsync(transaction, accounts, id, cancellationToken);
    }

    private static async Task<Ok<AccountBody>> UpdateAsync(Guid id, AccountInput input, AccountChanges changes, CancellationToken cancellationToken)
    {
        (string name, string currency, string zone, decimal balance) = Check(input);
        AccountRow changed = await changes.ChangeAsync(
            id, account => account with { Name = name, Currency = currency, TimeZone = zone, StartBalance = balance }, cancellationToken);
        return TypedResults.Ok(changed.ToBody());
    }

    private static async Task<Ok<AccountBody>> PatchAsync(Guid id, AccountPatch patch, AccountChanges changes, CancellationToken cancellationToken) =>
        TypedResults.Ok((await changes.ChangeAsync(id, patch.Apply, cancellationToken)).ToBody());

    private static async Task<Ok<SampleBody>> LoadSampleAsync(SampleService sample, CancellationToken cancellationToken)
    {
        (int accounts, int trades) = await sample.LoadAsync(cancellationToken);
        return TypedResults.Ok(new SampleBody(accounts, trades));
    }

    private static async Task<Ok<SampleBody>> RemoveSampleAsync(SampleService sample, CancellationToken cancellationToken)
    {
        (int accounts, int trades) = await sample.RemoveAsync(cancellationToken);
        return TypedResults.Ok(new SampleBody(accounts, trades));
    }

    private static async Task<Ok<AccountBody>> AnswerAsync(TenantTransaction transaction, AccountStore accounts, Guid id, CancellationToken cancellationToken)
    {
        AccountRow account = await accounts.FindAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The account");
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(account.ToBody());
    }

    private static (string Name, string Currency, string TimeZone, decimal StartBalance) Check(AccountInput input)
    {
        string name = input.Name?.Trim() ?? string.Empty;
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw ProblemException.Invalid("name", Text.Of($"“name” must have 1 to {LongestName} characters.", $"“name”必须有 1 到 {LongestName} 个字符。"));
        }

        string zone = input.TimeZone ?? "UTC";
        _ = TimeZones.Find(zone);
        decimal balance = input.StartBalance ?? 0;
        return balance is >= 0 and <= NumberText.Largest
            ? (name, ImportRequests.Currency(input.Currency) ?? "USD", zone, balance)
            : throw ProblemException.Invalid("startBalance", Text.Of("“startBalance” must be zero or more.", "“startBalance”必须大于或等于零。"));
    }
}
