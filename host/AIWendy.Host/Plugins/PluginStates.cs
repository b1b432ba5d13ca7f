using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Plugins;

/// <summary>Remembers which plugins an administrator has switched off.</summary>
internal interface IPluginStates
{
    Task<IReadOnlySet<string>> DisabledAsync(CancellationToken cancellationToken);

    Task SetDisabledAsync(string pluginId, bool disabled, CancellationToken cancellationToken);
}

/// <summary>Keeps the choice in the database, so that every replica and every restart knows it.</summary>
internal sealed class PluginStates(IHostDatabase database, TimeProvider time) : IPluginStates
{
    public async Task<IReadOnlySet<string>> DisabledAsync(CancellationToken cancellationToken)
    {
        HashSet<string> disabled = new(StringComparer.Ordinal);
        await using NpgsqlCommand command = database.Owner.CreateCommand("select plugin_id from aiwendy.plugin_states where disabled");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            disabled.Add(reader.GetString(0));
        }

        return disabled;
    }

    public async Task SetDisabledAsync(string pluginId, bool disabled, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("""
            insert into aiwendy.plugin_states (plugin_id, disabled, changed_at) values ($1, $2, $3)
            on conflict (plugin_id) do update set disabled = excluded.disabled, changed_at = excluded.changed_at
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = pluginId });
        command.Parameters.Add(new NpgsqlParameter { Value = disabled });
        command.Parameters.Add(new NpgsqlParameter { Value = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
