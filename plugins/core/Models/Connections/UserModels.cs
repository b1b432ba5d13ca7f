using AIWendy.Plugins.Models.Providers;
using AIWendy.Plugins.Models.Usage;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Gives other plugins the models of the current person.</summary>
internal sealed class UserModels(ConnectionCatalogue catalogue, ProviderSet providers, UsageRecorder recorder, ICurrentUser user) : IModels
{
    public async Task<ChatModel> GetChatModelAsync(Guid? connectionId, CancellationToken cancellationToken = default)
    {
        ConnectionDetails connection = connectionId is { } id
            ? await catalogue.FindAsync(id, cancellationToken) ?? throw ConnectionStore.NotFound()
            : await catalogue.DefaultAsync(cancellationToken);
        ProviderLease lease = await providers.TakeAsync(connection.Kind)
            ?? throw new ProblemException(409, "provider_not_available", Text.Of($"The plugin for connections of the kind {connection.Kind} is not active.", $"负责 {connection.Kind} 类连接的插件未启用。"));
        RecordedChatClient client = new(lease.Provider.Create(connection.Target), connection, user.Id, recorder, lease.Owner);
        return new ChatModel(client, connection.Target.Model, connection.Name, connection.Kind, connection.IsLocal);
    }
}
