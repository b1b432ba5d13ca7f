using System.Text.Json.Nodes;
using AIWendy.Host.Data;
using AIWendy.Host.Runs;
using AIWendy.Sdk;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Settings.Registry;

/// <summary>What administrators have set in the place of a default. Belongs to the installation, so to the operator's tenant.</summary>
internal sealed class StoredSettings(IHostDatabase database, ISecrets secrets)
{
    /// <summary>What the link between nodes says when something has changed.</summary>
    public const string Changed = "registry";

    private const string Sealed = "$sealed";

    /// <summary>Everything that is stored, secrets opened; one that can no longer be opened is missing.</summary>
    public async Task<Dictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, WellKnown.DefaultTenantId);
        NpgsqlBatchCommand select = new("select key, value::text from aiwendy.settings where tenant_id = $1");
        RunStore.Add(select.Parameters, WellKnown.DefaultTenantId);
        batch.BatchCommands.Add(select);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            string key = reader.GetString(0);
            if (Open(key, JsonNode.Parse(reader.GetString(1))) is { } value)
            {
                values[key] = value;
            }
        }

        return values;
    }

    /// <summary>Replaces values in one step and tells every node; null removes one.</summary>
    public async Task SaveAsync(IReadOnlyDictionary<string, StoredSetting> changes, Guid userId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, WellKnown.DefaultTenantId);
        foreach ((string key, StoredSetting change) in changes)
        {
            NpgsqlBatchCommand command = new(change.Value is null
                ? "delete from aiwendy.settings where tenant_id = $1 and key = $2"
                : """
                  insert into aiwendy.settings (tenant_id, key, value, updated_at, updated_by) values ($1, $2, $3, now(), $4)
                  on conflict (tenant_id, key) do update set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by
                  """);
            RunStore.Add(command.Parameters, WellKnown.DefaultTenantId, key);
            if (change.Value is { } value)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = Close(key, value, change.Secret).ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb });
                RunStore.Add(command.Parameters, userId);
            }

            batch.BatchCommands.Add(command);
        }

        NpgsqlBatchCommand notify = new("select pg_notify($1, $2)");
        RunStore.Add(notify.Parameters, NodeLink.SettingsChannel, Changed);
        batch.BatchCommands.Add(notify);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private JsonNode Close(string key, string value, bool secret) =>
        secret ? new JsonObject { [Sealed] = secrets.Protect(value, Purpose(key)) } : JsonValue.Create(value);

    private string? Open(string key, JsonNode? stored)
    {
        if (stored is not JsonObject box)
        {
            return (string?)stored;
        }

        try
        {
            return (string?)box[Sealed] is { } text ? secrets.Unprotect(text, Purpose(key)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string Purpose(string key) => $"setting|{key}";
}

/// <summary>A value to store.</summary>
/// <param name="Value">The value, or null to remove it.</param>
/// <param name="Secret">Whether it must not lie readable in the database.</param>
internal sealed record StoredSetting(string? Value, bool Secret);
