using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>The built-in coach that needs no connection.</summary>
internal sealed class OfflineProvider(TimeProvider time) : IChatModelProvider
{
    public const string Name = "offline";

    /// <summary>Id under which the offline coach can be chosen, the same in every installation.</summary>
    public static readonly Guid ConnectionId = new("00000000-0000-7000-8000-0000000000c0");

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    public string Kind => Name;

    public IChatClient Create(ModelConnection connection) => new OfflineCoachClient(Pace, time);

    public Task<ModelProbe> ProbeAsync(ModelConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult(new ModelProbe(0, [OfflineCoachClient.ModelName]));
}
