using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Analytics.Delivery;

namespace AIWendy.Plugins.Analytics.Sinks;

/// <summary>
/// Mixpanel's import endpoint with the project token. The event's id goes along as <c>$insert_id</c>, by which Mixpanel
/// recognises an event that it has. It takes the good events of a batch and names the bad ones.
/// </summary>
internal sealed class MixpanelSink(Uri host, string token, string version, BatchRequest request) : IEventSink
{
    private readonly Uri address = new(host, host.AbsolutePath.TrimEnd('/') + "/import?strict=1");
    private readonly AuthenticationHeaderValue authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(token + ":")));

    public int LargestBatch => 500;

    public async Task<SinkResult> SendAsync(Guid tenantId, IReadOnlyList<PendingEvent> batch, CancellationToken cancellationToken)
    {
        Reply reply = await request.PostAsync(address, Write(tenantId, batch), authorization, cancellationToken);
        return reply is { Failure: null, Status: HttpStatusCode.BadRequest } && Refused(reply.Text, batch) is { Count: > 0 } refused
            ? new SinkResult.Taken(refused)
            : reply.ToResult();
    }

    internal ReadOnlyMemory<byte> Write(Guid tenantId, IReadOnlyList<PendingEvent> batch)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartArray();
            foreach (PendingEvent one in batch)
            {
                WriteEvent(writer, tenantId, one);
            }

            writer.WriteEndArray();
        }

        return stream.ToArray();
    }

    private void WriteEvent(Utf8JsonWriter writer, Guid tenantId, PendingEvent one)
    {
        writer.WriteStartObject();
        writer.WriteString("event", one.Name);
        writer.WriteStartObject("properties");
        OwnProperties.Write(writer, one);
        writer.WriteString("token", token);
        writer.WriteNumber("time", one.OccurredAt.ToUnixTimeMilliseconds());
        writer.WriteString("distinct_id", one.DistinctId);
        writer.WriteString("$insert_id", one.Id);
        writer.WriteString("tenant", tenantId);
        writer.WriteString("mp_lib", "aiwendy");
        writer.WriteString("$lib_version", version);

        // Keeps Mixpanel from guessing a place from the server's address.
        writer.WriteNumber("ip", 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static Dictionary<Guid, string> Refused(string answer, IReadOnlyList<PendingEvent> batch)
    {
        MixpanelAnswer? parsed;
        try
        {
            parsed = JsonSerializer.Deserialize(answer, AnalyticsJsonContext.Default.MixpanelAnswer);
        }
        catch (JsonException)
        {
            return [];
        }

        Dictionary<Guid, string> refused = [];
        foreach (MixpanelFailure failure in parsed?.FailedRecords ?? [])
        {
            if (failure.Index >= 0 && failure.Index < batch.Count)
            {
                refused[batch[failure.Index].Id] = Shorten($"{failure.Field}: {failure.Message}");
            }
        }

        return refused;
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200];
}

/// <summary>Mixpanel's answer to an import.</summary>
internal sealed record MixpanelAnswer([property: JsonPropertyName("failed_records")] IReadOnlyList<MixpanelFailure>? FailedRecords);

/// <summary>An event that Mixpanel does not take.</summary>
internal sealed record MixpanelFailure(int Index, string? Field, string? Message);
