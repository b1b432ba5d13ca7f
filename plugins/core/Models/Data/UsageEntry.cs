using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Models.Data;

/// <summary>One call to a model.</summary>
internal sealed class UsageEntry : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid UserId { get; set; }

    public Guid ConnectionId { get; set; }

    public string Kind { get; set; } = string.Empty;

    public string Model { get; set; } = string.Empty;

    /// <summary>Tokens of the question; null when the server did not say.</summary>
    public long? InputTokens { get; set; }

    /// <summary>Tokens of the answer; null when the server did not say.</summary>
    public long? OutputTokens { get; set; }

    /// <summary><c>ok</c>, <c>cancelled</c> or the code of the error.</summary>
    public string Outcome { get; set; } = string.Empty;

    public long DurationMs { get; set; }

    public DateTimeOffset At { get; set; }
}
