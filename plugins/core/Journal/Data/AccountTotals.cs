using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>How much an account holds. Triggers count, so that lists of accounts need not look at a million rows.</summary>
internal sealed class AccountTotals : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid AccountId { get; init; }

    public int Trades { get; init; }

    public int Executions { get; init; }
}
