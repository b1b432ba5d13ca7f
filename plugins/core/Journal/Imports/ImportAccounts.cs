using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>
/// Finds the account for each fill: the one the user chose; else the one that carries the name in the file, or is called
/// so; else the first that takes files without a name.
/// </summary>
internal sealed class ImportAccounts(AccountStore accounts, ICurrentUser user)
{
    private const int LongestName = 80;

    /// <summary>The accounts for the names in a file, as far as they exist; a missing one maps to <see langword="null"/>.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="chosen">What the user chose, or <see langword="null"/>.</param>
    /// <param name="names">Names in the file; <see langword="null"/> stands for fills without one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Dictionary<string, AccountRow?>> FindAsync(
        TenantTransaction transaction, Guid? chosen, IEnumerable<string?> names, CancellationToken cancellationToken)
    {
        return Find(await accounts.ListAsync(transaction, cancellationToken), chosen, names);
    }

    /// <summary>The accounts for the names in a file among those that exist; a missing one maps to <see langword="null"/>.</summary>
    public static Dictionary<string, AccountRow?> Find(IReadOnlyList<AccountRow> existing, Guid? chosen, IEnumerable<string?> names)
    {
        Dictionary<string, AccountRow?> found = new(StringComparer.Ordinal);
        foreach (string? name in names)
        {
            found[name ?? string.Empty] = chosen is { } id
                ? existing.FirstOrDefault(account => account.Id == id) ?? throw ProblemException.NotFound("The account")
                : Match(existing, name);
        }

        return found;
    }

    /// <summary>The same, creating what is missing.</summary>
    public async Task<Dictionary<string, Guid>> FindOrAddAsync(
        TenantTransaction transaction, Guid? chosen, IReadOnlyList<ParsedExecution> executions, string timeZone, CancellationToken cancellationToken)
    {
        Dictionary<string, Guid> ids = new(StringComparer.Ordinal);
        foreach ((string name, AccountRow? account) in await FindAsync(transaction, chosen, executions.Select(execution => execution.AccountName).Distinct(), cancellationToken))
        {
            ids[name] = account?.Id ?? await accounts.AddAsync(
                transaction, DisplayName(name), name.Length == 0 ? null : name, MainCurrency(executions, name), timeZone, 0, isSample: false, cancellationToken);
        }

        return ids;
    }

    /// <summary>What an account is called that does not exist yet.</summary>
    public string DisplayName(string externalName)
    {
        if (externalName.Length > 0)
        {
            return externalName.Length <= LongestName ? externalName : externalName[..LongestName];
        }

        return user.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "主账户" : "Main account";
    }

    private static string MainCurrency(IReadOnlyList<ParsedExecution> executions, string account) => executions
        .Where(execution => (execution.AccountName ?? string.Empty) == account)
        .CountBy(execution => execution.Currency)
        .MaxBy(count => count.Value).Key;

    private static AccountRow? Match(IReadOnlyList<AccountRow> existing, string? name) =>
        existing.FirstOrDefault(account => !account.IsSample && account.ExternalName == name)
        ?? existing.FirstOrDefault(account => !account.IsSample && account.ExternalName is null && account.Name == name);
}
