namespace AIWendy.Host.Http.Pipeline;

/// <summary>What the host knows about the current request; kept as a feature and read by log and problem details.</summary>
internal sealed class RequestInfo(string id)
{
    private static readonly AsyncLocal<RequestInfo?> Ambient = new();

    /// <summary>The request that the current asynchronous flow belongs to, or null outside requests.</summary>
    public static RequestInfo? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public string Id { get; } = id;

    public Guid? TenantId { get; set; }

    public Guid? UserId { get; set; }

    /// <summary>Owner of the endpoint, or null for the host's own.</summary>
    public string? PluginId { get; set; }

    /// <summary>Language for texts of the host; English until the caller is known.</summary>
    public string Language { get; set; } = "en";

    public static RequestInfo Of(HttpContext context) =>
        context.Features.Get<RequestInfo>() ?? new RequestInfo(context.TraceIdentifier);
}
