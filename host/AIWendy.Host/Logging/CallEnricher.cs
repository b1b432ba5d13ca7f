using AIWendy.Host.Calls;
using Serilog.Core;
using Serilog.Events;

namespace AIWendy.Host.Logging;

/// <summary>Says on every line to which request, tenant, user and plugin it belongs.</summary>
internal sealed class CallEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (CallFlow.Current is not { } flow)
        {
            return;
        }

        Add(logEvent, "RequestId", flow.RequestId);
        Add(logEvent, "TenantId", flow.Call?.TenantId);
        Add(logEvent, "UserId", flow.Call?.UserId is { } id && id != Guid.Empty ? id : null);
        Add(logEvent, "PluginId", flow.PluginId);
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
