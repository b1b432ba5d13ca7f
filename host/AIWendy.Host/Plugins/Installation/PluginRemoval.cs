using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Jobs;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Takes plugins out. Their data stays unless an administrator wants it gone as well.</summary>
internal sealed class PluginRemoval(
    IPluginRuntime plugins,
    InstallationStore installations,
    PluginData data,
    AuditLog audit,
    IServiceProvider services)
{
    private static readonly TimeSpan ReplicaLimit = TimeSpan.FromSeconds(15);

    /// <summary>What removing a plugin would do. Changes nothing.</summary>
    /// <exception cref="ProblemException">404: nobody knows it and it has left no data.</exception>
    public async Task<RemovalView> DescribeAsync(string pluginId, CancellationToken cancellationToken)
    {
        SharedState state = await installations.ReadAsync(cancellationToken);
        if (PluginData.IsReserved(pluginId)
            || (Status(pluginId) is null && !state.Installations.ContainsKey(pluginId) && !await data.ExistsAsync(pluginId, cancellationToken)))
        {
            throw new ProblemException(404, "plugin_not_found", Text.Of(
                $"No plugin {pluginId} is installed, and it has left no data.", $"没有安装插件 {pluginId}，也没有它留下的数据。"));
        }

        string? obstacle = state.Installations.ContainsKey(pluginId) ? null : Obstacle(pluginId);
        return new RemovalView(Dependants(pluginId), PluginSchema.OfId(pluginId), await data.TablesAsync(pluginId, cancellationToken), obstacle);
    }

    /// <summary>Removes a plugin on every replica.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="purge">Whether its tables, settings and jobs go as well.</param>
    /// <param name="stop">Dependants that the administrator knows will stop.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    /// <exception cref="ProblemException">Why it can not be removed.</exception>
    public async Task RemoveAsync(string pluginId, bool purge, IReadOnlyCollection<string> stop, CancellationToken cancellationToken)
    {
        RemovalView view = await DescribeAsync(pluginId, cancellationToken);
        SharedState state = await installations.ReadAsync(cancellationToken);
        bool installed = state.Installations.ContainsKey(pluginId);
        if (view.Obstacle is { } obstacle && (Status(pluginId) is not null || !purge))
        {
            throw new ProblemException(409, "not_removable", obstacle);
        }

        if (view.Dependants.FirstOrDefault(id => !stop.Contains(id)) is { } dependant)
        {
            throw new ProblemException(409, "has_dependants", Text.Of(
                $"{dependant} needs {pluginId} and would stop. Name it to go on.", $"{dependant} 需要 {pluginId}，会随之停止。要继续，请一并指明它。"));
        }

        if (purge)
        {
            RequireOwnData(pluginId, installed);
        }

        if (installed)
        {
            long generation = await installations.RemoveAsync(pluginId, CancellationToken.None);
            await plugins.RescanAsync(CancellationToken.None);
            if (purge && !await services.GetRequiredService<PluginFollower>().WaitForAllAsync(generation, ReplicaLimit, CancellationToken.None))
            {
                await NoteAsync(pluginId, purge: false, view);
                throw new ProblemException(409, "replica_behind", Text.Of(
                    $"{pluginId} is removed, but another replica may still serve it, so its data was kept. Remove it again in a moment.",
                    $"{pluginId} 已移除，但另一个副本可能还在运行它，所以保留了数据。请稍后再移除一次。"));
            }
        }

        if (purge)
        {
            if (services.GetService<IJobQueue>() is { } jobs)
            {
                await jobs.ForgetAsync(pluginId, CancellationToken.None);
            }

            await data.DropAsync(pluginId, CancellationToken.None);
        }

        await NoteAsync(pluginId, purge, view);
    }

    private Task NoteAsync(string pluginId, bool purge, RemovalView view)
    {
        JsonObject details = new()
        {
            ["purge"] = purge,
            ["tables"] = new JsonObject(view.Tables.Select(table => KeyValuePair.Create(table.Name, (JsonNode?)table.Rows))),
        };
        return audit.WriteAsync("plugin.remove", pluginId, details, CancellationToken.None);
    }

    private PluginStatus? Status(string pluginId) => plugins.Plugins.FirstOrDefault(status => status.Manifest.Id == pluginId);

    private string[] Dependants(string pluginId) =>
        [.. plugins.Plugins.Where(other => other.State == PluginState.Active && other.Manifest.DependsOn.ContainsKey(pluginId)).Select(other => other.Manifest.Id)];

    private string Obstacle(string pluginId)
    {
        Text obstacle = Status(pluginId) switch
        {
            { BuiltIn: true } => Text.Of($"{pluginId} came with the product. Switch it off instead.", $"{pluginId} 是产品自带的，可以停用它。"),
            { } status => Text.Of(
                $"{pluginId} was laid into the folder {status.Directory} by hand. Delete that folder and restart the host.",
                $"{pluginId} 是手动放进文件夹 {status.Directory} 的。请删除该文件夹并重新启动主机。"),
            null => Text.Of($"{pluginId} is not installed; only data of it is left.", $"{pluginId} 没有安装，只剩下它的数据。"),
        };
        return obstacle.For(CallContext.Current?.Language ?? "en");
    }

    // Two ids may share a schema name, such as a.b-c and a.b.c: nobody's data goes with somebody else's plugin.
    private void RequireOwnData(string pluginId, bool installed)
    {
        string schema = PluginSchema.OfId(pluginId);
        if (plugins.Plugins.FirstOrDefault(other => other.Manifest.Id != pluginId && PluginSchema.OfId(other.Manifest.Id) == schema) is { } sharer)
        {
            throw new ProblemException(409, "data_shared", Text.Of(
                $"{sharer.Manifest.Id} keeps its data in the same schema, so it can not be dropped.", $"{sharer.Manifest.Id} 的数据在同一个架构里，所以不能删除。"));
        }

        if (!installed && Status(pluginId) is not null)
        {
            throw new ProblemException(409, "not_removable", Obstacle(pluginId));
        }
    }
}

/// <summary>What removing a plugin would do.</summary>
/// <param name="Dependants">Active plugins that would stop.</param>
/// <param name="Schema">Where its data lies.</param>
/// <param name="Tables">Its tables and their rows; they go with a purge only.</param>
/// <param name="Obstacle">Why it can not be removed here, or null.</param>
internal sealed record RemovalView(IReadOnlyList<string> Dependants, string Schema, IReadOnlyList<TableSize> Tables, string? Obstacle);
