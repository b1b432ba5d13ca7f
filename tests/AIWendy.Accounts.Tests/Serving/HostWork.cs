using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>What tests do inside a host: run a job now, look into the database.</summary>
internal static class HostWork
{
    public static async Task RunJobAsync(this AccountsHost host, string name)
    {
        PluginInstance plugin = host.Services.GetRequiredService<ActivePlugins>().Current.ById["aiwendy.accounts"];
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        await using AsyncServiceScope scope = plugin.Services.CreateAsyncScope();
        IPluginJob job = (IPluginJob)scope.ServiceProvider.GetRequiredService(plugin.Contributions.Jobs[name].Job);
        await job.ExecuteAsync(new JobContext(name, "test", null, DateTimeOffset.UtcNow), CancellationToken.None);
    }

    /// <summary>The text of a message that lies in the outbox, as the plugin itself reads it.</summary>
    public static async Task<string> ReadMailAsync(this AccountsHost host, Guid id)
    {
        IReadOnlyList<object?[]> rows = await host.QueryAsync($"select body from accounts.mail where id = '{id}'");
        PluginInstance plugin = host.Services.GetRequiredService<ActivePlugins>().Current.ById["aiwendy.accounts"];
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        return plugin.Services.GetRequiredService<ISecrets>().Unprotect((string)rows[0][0]!, "accounts.mail");
    }

    /// <summary>Runs statements as the owner of the tables, in the one tenant, and answers the rows of the last one.</summary>
    public static async Task<IReadOnlyList<object?[]>> QueryAsync(this AccountsHost host, string sql)
    {
        await using NpgsqlConnection connection = await host.Services.GetRequiredService<IHostDatabase>().Owner.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand tenant = new("select set_config('app.tenant_id', $1, true)", connection, transaction);
        tenant.Parameters.Add(new NpgsqlParameter<string> { TypedValue = WellKnown.DefaultTenantId.ToString() });
        await tenant.ExecuteNonQueryAsync();
        List<object?[]> rows = [];
        await using (NpgsqlCommand command = new(sql, connection, transaction))
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                object?[] row = new object?[reader.FieldCount];
                reader.GetValues(row!);
                rows.Add(row);
            }
        }

        await transaction.CommitAsync();
        return rows;
    }
}
