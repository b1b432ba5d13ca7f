using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Models.Data;

/// <summary>A person's connection to a model server.</summary>
internal sealed class Connection : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid UserId { get; set; }

    public string Kind { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    /// <summary>Address as given; null for the provider's own.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The key, encrypted for exactly this address.</summary>
    public string? ApiKey { get; set; }

    public string Model { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it was deleted; kept a day so that the deletion can be undone.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public DateTimeOffset? LastTestedAt { get; set; }

    /// <summary>Code of what the last test found wrong; null when it went well.</summary>
    public string? LastTestCode { get; set; }

    public long? LastTestLatencyMs { get; set; }
}
