using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Accounts;

/// <summary>Changes accounts, and what is derived from their conventions, in one transaction.</summary>
internal sealed class AccountChanges(ITenantDatabase database, AccountStore accounts, RoundTripStore roundTrips)
{
    /// <summary>Applies a change. Trades keep their ids and numbers; their days and lots follow the account.</summary>
    /// <exception cref="ProblemException">404: the account is not the caller's.</exception>
    public async Task<AccountRow> ChangeAsync(Guid id, Func<AccountRow, AccountRow> change, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        AccountRow before = await FindAsync(transaction, id, cancellationToken);
        AccountRow after = change(before);
        await accounts.UpdateAsync(transaction, after, cancellationToken);
        if ((before.TimeZone, before.DayCutOff, before.LotMethod) != (after.TimeZone, after.DayCutOff, after.LotMethod))
        {
            await roundTrips.RebuildAccountAsync(transaction, id, cancellationToken);
        }

        AccountRow changed = await FindAsync(transaction, id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private async Task<AccountRow> FindAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        await accounts.FindAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The account");
}
