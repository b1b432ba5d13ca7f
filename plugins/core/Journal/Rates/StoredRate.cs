using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Rates;

/// <summary>An exchange rate that a person brought.</summary>
internal sealed class StoredRate : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public required string Base { get; init; }

    public required string Quote { get; init; }

    public DateOnly Day { get; init; }

    public decimal Rate { get; init; }
}
