using System.Text.Json.Nodes;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Logging;
using AIWendy.Host.Runs;
using AIWendy.Sdk;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Audit;

/// <inheritdoc cref="IAuditLog" />
internal sealed class AuditLog(IHostDatabase database, TimeProvider time) : IAuditLog
{
    private const int LongestAction = 100;
    private const int LongestSubject = 500;
    private const int LongestAgent = 300;

    public async Task AppendAsync(AuditEvent entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        CallFlow? flow = CallFlow.Current;
        CallState? call = flow?.Call;
        Guid tenantId = call?.TenantId ?? WellKnown.DefaultTenantId;
        DateTimeOffset now = time.GetUtcNow();
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        NpgsqlBatchCommand append = new("""
            select aiwendy.append_audit(row($1, null, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, null, null)::aiwendy.audit_entries)
            """);
        NpgsqlParameterCollection values = append.Parameters;
        Add(values, tenantId, NpgsqlDbType.Uuid);
        Add(values, Guid.CreateVersion7(now), NpgsqlDbType.Uuid);
        Add(values, now, NpgsqlDbType.TimestampTz);
        Add(values, entry.UserId ?? call?.UserId ?? Guid.Empty, NpgsqlDbType.Uuid);
        Add(values, Person(entry.UserId is null ? call?.DisplayName : entry.UserName), NpgsqlDbType.Text);
        Add(values, Cut(entry.Action, LongestAction), NpgsqlDbType.Text);
        Add(values, Cut(entry.Subject, LongestSubject), NpgsqlDbType.Text);
        Add(values, Name(entry.Outcome), NpgsqlDbType.Text);
        Add(values, Json(entry.Before), NpgsqlDbType.Jsonb);
        Add(values, Json(entry.After), NpgsqlDbType.Jsonb);
        Add(values, Json(entry.Details) ?? "{}", NpgsqlDbType.Jsonb);
        Add(values, Address(flow?.Http), NpgsqlDbType.Text);
        Add(values, Cut(flow?.Http?.Request.Headers.UserAgent.ToString(), LongestAgent), NpgsqlDbType.Text);
        Add(values, flow?.RequestId, NpgsqlDbType.Text);
        batch.BatchCommands.Add(append);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Adds an entry that has nothing but a name, a subject and details.</summary>
    public Task WriteAsync(string action, string subject, JsonObject details, CancellationToken cancellationToken) =>
        AppendAsync(new AuditEvent(action, subject) { Details = details }, cancellationToken);

    /// <summary>How an outcome is written down.</summary>
    public static string Name(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Success => "success",
        AuditOutcome.Refused => "refused",
        _ => "failed",
    };

    private static void Add(NpgsqlParameterCollection parameters, object? value, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });

    // The log outlives accounts: an e-mail address in the place of a name is shortened to what people recognise.
    private static string? Person(string? name)
    {
        int at = name?.LastIndexOf('@') ?? -1;
        return at > 0 ? $"{name![0]}…{name[at..]}" : name;
    }

    private static string? Address(HttpContext? http) => http?.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : null;

    // PostgreSQL takes no NUL.
    private static string? Cut(string? text, int length)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text is null ? null : string.Empty;
        }

        string clean = text.Replace("\0", string.Empty, StringComparison.Ordinal);
        return clean.Length <= length ? clean : clean[..length];
    }

    private static string? Json(JsonObject? json) =>
        json is null ? null : Masked(json).ToJsonString().Replace("\\u0000", string.Empty, StringComparison.Ordinal);

    private static JsonNode Masked(JsonNode node)
    {
        JsonNode copy = node.DeepClone();
        Mask(copy);
        return copy;
    }

    private static void Mask(JsonNode node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach ((string name, JsonNode? value) in json.ToArray())
                {
                    if (value is JsonValue text && text.TryGetValue(out string? content))
                    {
                        json[name] = Redaction.IsSecretName(name) ? Redaction.Mask : Redaction.Clean(content);
                    }
                    else if (value is not null)
                    {
                        Mask(value);
                    }
                }

                break;
            case JsonArray list:
                foreach (JsonNode item in list.OfType<JsonNode>())
                {
                    Mask(item);
                }

                break;
            default:
                break;
        }
    }
}
