using System.Collections.Concurrent;
using AIWendy.Host.Data;
using AIWendy.Host.Runs;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Settings;

/// <summary>
/// Settings of plugins by tenant, as JSON text. Kept in memory; a change on any node makes every node read again.
/// </summary>
internal sealed class PluginSettingsStore
{
    private readonly ConcurrentDictionary<(Guid TenantId, string PluginId), SavedSettings> cache = new();
    private readonly IHostDatabase database;
    private int generation;

    public PluginSettingsStore(IHostDatabase database, NodeLink node)
    {
        this.database = database;
        node.Listen(NodeLink.SettingsChannel, this, Hear);
    }

    /// <summary>What was saved; the same instance until it changes. Its text is null where nothing was saved.</summary>
    public async ValueTask<SavedSettings> GetAsync(Guid tenantId, string pluginId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue((tenantId, pluginId), out SavedSettings? known))
        {
            return known;
        }

        int before = Volatile.Read(ref generation);
        SavedSettings read = new(await ReadAsync(tenantId, pluginId, cancellationToken));
        if (before == Volatile.Read(ref generation))
        {
            // Otherwise something changed while it was read, and keeping it might keep the old value for ever.
            return cache.GetOrAdd((tenantId, pluginId), read);
        }

        return read;
    }

    /// <summary>Replaces what was saved and tells every node.</summary>
    public async Task SaveAsync(Guid tenantId, string pluginId, string json, Guid userId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        NpgsqlBatchCommand save = new(
            """
            insert into aiwendy.plugin_settings (tenant_id, plugin_id, value, updated_at, updated_by) values ($1, $2, $3, now(), $4)
            on conflict (tenant_id, plugin_id) do update set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """);
        RunStore.Add(save.Parameters, tenantId, pluginId);
        save.Parameters.Add(new NpgsqlParameter { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb });
        RunStore.Add(save.Parameters, userId);
        NpgsqlBatchCommand notify = new("select pg_notify($1, $2)");
        RunStore.Add(notify.Parameters, NodeLink.SettingsChannel, $"{tenantId:D} {pluginId}");
        batch.BatchCommands.Add(save);
        batch.BatchCommands.Add(notify);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        Forget((tenantId, pluginId));
    }

    private void Hear(string message)
    {
        string[] parts = message.Split(' ');
        if (parts.Length == 2 && Guid.TryParseExact(parts[0], "D", out Guid tenantId))
        {
            Forget((tenantId, parts[1]));
        }
        else
        {
            // The connection was lost for a while, so nobody knows what has changed.
            Interlocked.Increment(ref generation);
            cache.Clear();
        }
    }

    private void Forget((Guid TenantId, string PluginId) key)
    {
        Interlocked.Increment(ref generation);
        cache.TryRemove(key, out _);
    }

    private async Task<string?> ReadAsync(Guid tenantId, string pluginId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        NpgsqlBatchCommand select = new("select value::text from aiwendy.plugin_settings where tenant_id = $1 and plugin_id = $2");
        RunStore.Add(select.Parameters, tenantId, pluginId);
        batch.BatchCommands.Add(select);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : null;
    }
}

/// <summary>Settings as they were saved.</summary>
/// <param name="Json">JSON text, or null where nothing was saved.</param>
internal sealed record SavedSettings(string? Json);
