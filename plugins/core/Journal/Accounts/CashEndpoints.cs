using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Accounts;

internal sealed record CashInput(string? Kind, decimal? Amount, string? Day, string? Note);

/// <summary>A movement: <c>Amount</c> is positive, <c>Effect</c> carries the sign of what it does to the balance.</summary>
internal sealed record CashBody(Guid Id, string Kind, decimal Amount, decimal Effect, string Currency, DateOnly Day, string? Note);

internal sealed record CashList(IReadOnlyList<CashBody> Items);

/// <summary>Deposits, withdrawals and costs that belong to no trade.</summary>
internal static class CashEndpoints
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/accounts/{id:guid}/cash", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.cash")
            .WithSummary("Money that came into an account or left it without a trade, newest first");
        journal.MapPost("/accounts/{id:guid}/cash", AddAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.addCash")
            .WithSummary("Note a deposit, a withdrawal, a fee, interest or a dividend");
        journal.MapDelete("/accounts/{id:guid}/cash/{movementId:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeCash")
            .WithSummary("Remove a movement");
    }

    private static async Task<Ok<CashList>> ListAsync(
        Guid id, ITenantDatabase database, AccountStore accounts, CashStore cash, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await RequireAsync(transaction, accounts, id, cancellationToken);
        return TypedResults.Ok(new CashList([.. (await cash.ListAsync(transaction, id, cancellationToken)).Select(Body)]));
    }

    private static async Task<Ok<CashBody>> AddAsync(
        Guid id, CashInput input, ITenantDatabase database, AccountStore accounts, CashStore cash, CancellationToken cancellationToken)
    {
        CashKind kind = Inputs.OneOf<CashKind>("kind", input.Kind);
        decimal amount = Inputs.Amount("amount", input.Amount) is > 0 and decimal value ? value : throw Inputs.Invalid("amount", "must be above zero.", "必须大于零。");
        DateOnly day = Inputs.Day("day", input.Day);
        string? note = Inputs.Text("note", input.Note, 500);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        AccountRow account = await RequireAsync(transaction, accounts, id, cancellationToken);
        CashRow movement = new(Guid.CreateVersion7(), day, kind, CashStore.Effect(kind, amount), account.Currency, note);
        await cash.AddAsync(transaction, id, movement, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(Body(movement));
    }

    private static async Task<NoContent> RemoveAsync(Guid id, Guid movementId, ITenantDatabase database, CashStore cash, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if (!await cash.RemoveAsync(transaction, id, movementId, cancellationToken))
        {
            throw ProblemException.NotFound("The movement");
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<AccountRow> RequireAsync(TenantTransaction transaction, AccountStore accounts, Guid id, CancellationToken cancellationToken) =>
        await accounts.FindAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The account");

    private static CashBody Body(CashRow movement) => new(
        movement.Id, Bodies.Lower(movement.Kind), Math.Abs(movement.Amount), movement.Amount, movement.Currency, movement.Day, movement.Note);
}
