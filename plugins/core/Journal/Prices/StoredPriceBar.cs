using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Prices;

/// <summary>Prices of a stretch of time that a person has brought for an instrument.</summary>
internal sealed class StoredPriceBar : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public required string Symbol { get; init; }

    public DateTimeOffset FromAt { get; init; }

    /// <summary>End of the stretch, exclusive.</summary>
    public DateTimeOffset ToAt { get; init; }

    public decimal Open { get; init; }

    public decimal High { get; init; }

    public decimal Low { get; init; }

    public decimal Close { get; init; }
}
