using System.Security.Cryptography;
using System.Text;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Sample;

/// <summary>
/// Loads and removes the sample trades. They come in through the same import as any file, into accounts of their own,
/// so that one call takes all of them out again.
/// </summary>
internal sealed class SampleService(ITenantDatabase database, AccountStore accounts, RoundTripStore roundTrips, ImportService imports, ICurrentUser user, TimeProvider time)
{
    /// <summary>Loads what is not there yet.</summary>
    /// <returns>Number of accounts and of closed trades added.</returns>
    public async Task<(int Accounts, int Trades)> LoadAsync(CancellationToken cancellationToken)
    {
        int added = 0;
        int trades = 0;
        DateOnly yesterday = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        foreach (SampleAccount sample in SampleAccount.All)
        {
            AccountRow account = await FindOrAddAsync(sample, cancellationToken);
            if (account.Executions > 0)
            {
                continue;
            }

            byte[] content = Encoding.UTF8.GetBytes(new SampleTrades(sample).Write(yesterday));
            IncomingFile file = new(sample.Key + ".csv", content.Length, SHA256.HashData(content), () => new MemoryStream(content, writable: false));
            await imports.CreateAsync(file, new ImportRequest(account.Id, sample.TimeZone, sample.Currency, Commit: true), cancellationToken);
            added++;
            trades += sample.Trades;
        }

        return (added, trades);
    }

    /// <summary>Removes the sample accounts with everything in them.</summary>
    /// <returns>Number of accounts and of closed trades removed.</returns>
    public async Task<(int Accounts, int Trades)> RemoveAsync(CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        (int removed, int trades) = await accounts.RemoveSampleAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (removed, trades);
    }

    private async Task<AccountRow> FindOrAddAsync(SampleAccount sample, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        AccountRow? account = (await accounts.ListAsync(transaction, cancellationToken)).FirstOrDefault(row => row.IsSample && row.ExternalName == sample.Key);
        if (account is null)
        {
            string name = user.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? sample.NameZh : sample.Name;
            Guid id = await accounts.AddAsync(transaction, name, sample.Key, sample.Currency, sample.TimeZone, sample.StartBalance, isSample: true, cancellationToken);
            account = await accounts.FindAsync(transaction, id, cancellationToken) ?? throw new InvalidOperationException("The account that was just added is gone.");
        }

        await transaction.CommitAsync(cancellationToken);
        return account;
    }
}
