using System.Security.Claims;
using AIWendy.Host.Plugins.Metrics;

namespace AIWendy.Host.Calls;

/// <summary>
/// What flows with an asynchronous call: the request it belongs to, and on whose behalf it runs. One ambient value for
/// all of it, because each one costs something on every request.
/// </summary>
internal sealed class CallFlow
{
    private static readonly AsyncLocal<CallFlow?> Ambient = new();

    /// <summary>The flow of the running code, or null where nobody began one.</summary>
    public static CallFlow? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Id of the request that all of this is done for; null outside requests and runs.</summary>
    public string? RequestId { get; init; }

    /// <summary>Plugin whose endpoint or run this is; null for the host's own.</summary>
    public string? PluginId { get; set; }

    /// <summary>Where the request is counted; null for the host's own endpoints and outside requests.</summary>
    public PluginMeter? Plugin { get; set; }

    /// <summary>Set once within a request, when the caller is known; everywhere else a call gets a flow of its own.</summary>
    public CallState? Call { get; set; }

    /// <summary>Whoever makes the request, as ASP.NET Core knows him; null for nobody and outside requests.</summary>
    public ClaimsPrincipal? Caller { get; set; }

    /// <summary>
    /// The request itself while it is served, for what is rarely asked, such as the address of the caller; null before its
    /// caller is known, after it was answered, and outside requests.
    /// </summary>
    public HttpContext? Http { get; set; }

    /// <summary>The flow of a request: the one it has, or a new one where nothing has begun one.</summary>
    public static CallFlow Of(HttpContext context) => Current ?? new CallFlow { RequestId = context.TraceIdentifier };

    /// <summary>The same request on behalf of another call.</summary>
    public static CallFlow For(CallState call, CallFlow? origin) =>
        new() { RequestId = origin?.RequestId, PluginId = origin?.PluginId, Caller = origin?.Caller, Call = call };
}
