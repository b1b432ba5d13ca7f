using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Analytics.Delivery;

namespace AIWendy.Plugins.Analytics.Sinks;

/// <summary>
/// PostHog's batch endpoint. The event's id goes along as <c>uuid</c>, by which PostHog recognises an event that it has.
/// </summary>
internal sealed class PostHogSink(Uri host, string key, string version, BatchRequest request, TimeProvider time) : IEventSink
{
    /// <summary>PostHog asks to mark batches of events that are older.</summary>
    private static readonly TimeSpan Historical = TimeSpan.FromHours(48);

    private readonly Uri address = new(host, host.AbsolutePath.TrimEnd('/') + "/batch/");

    public int LargestBatch => 100;

    public async Task<SinkResult> SendAsync(Guid tenantId, IReadOnlyList<PendingEvent> batch, CancellationToken cancellationToken)
    {
        Reply reply = await request.PostAsync(address, Write(tenantId, batch), authorization: null, cancellationToken);
        return reply.ToResult();
    }

    internal ReadOnlyMemory<byte> Write(Guid tenantId, IReadOnlyList<PendingEvent> batch)
    {
        DateTimeOffset now = time.GetUtcNow();
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("api_key", key);
            if (batch.All(one => now - one.OccurredAt > Historical))
            {
                writer.WriteBoolean("historical_migration", true);
            }

            writer.WriteStartArray("batch");
            foreach (PendingEvent one in batch)
            {
                WriteEvent(writer, tenantId, one);
            }

            writer.WriteEndArray();
            writer.WriteString("sent_at", Stamp(now));
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private void WriteEvent(Utf8JsonWriter writer, Guid tenantId, PendingEvent one)
    {
        writer.WriteStartObject();
        writer.WriteString("event", one.Name);
        writer.WriteString("uuid", one.Id);
        writer.WriteString("distinct_id", one.DistinctId);
        writer.WriteString("timestamp", Stamp(one.OccurredAt));
        writer.WriteStartObject("properties");
        OwnProperties.Write(writer, one);
        writer.WriteStartObject("$groups");
        writer.WriteString("tenant", tenantId);
        writer.WriteEndObject();
        writer.WriteString("$lib", "aiwendy");
        writer.WriteString("$lib_version", version);
        writer.WriteBoolean("$is_server", true);

        // The address that PostHog sees is the server's; it says nothing about a person.
        writer.WriteBoolean("$geoip_disable", true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The properties that were stored with an event.</summary>
internal static class OwnProperties
{
    public static void Write(Utf8JsonWriter writer, PendingEvent one)
    {
        using JsonDocument stored = JsonDocument.Parse(one.Properties);
        foreach (JsonProperty property in stored.RootElement.EnumerateObject())
        {
            property.WriteTo(writer);
        }
    }
}
