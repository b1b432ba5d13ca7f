using AIWendy.Host.Calls;
using AIWendy.Host.Http.Pipeline;
using Serilog.Core;
using Serilog.Events;

namespace AIWendy.Host.Logging;

/// <summary>Says on every line to which request, tenant, user and plugin it belongs.</summary>
internal sealed class CallEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        RequestInfo? request = RequestInfo.Current;
        Guid? tenantId = CallContext.Current?.TenantId ?? request?.TenantId;
        Guid? userId = CallContext.Current?.UserId is { } id && id != Guid.Empty ? id : request?.UserId;
        Add(logEvent, "RequestId", request?.Id);
        Add(logEvent, "TenantId", tenantId);
        Add(logEvent, "UserId", userId);
        Add(logEvent, "PluginId", request?.PluginId);
    }

    private static void Add(LogEvent logEvent, string name, object? value)
    {
        if (value is not null)
        {
            // Replaces what the server's own scope says under the same name: its request id is not the one that callers see.
            logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(value)));
        }
    }
}
