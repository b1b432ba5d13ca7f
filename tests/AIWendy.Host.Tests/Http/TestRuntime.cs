using AIWendy.Host.Plugins;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Host.Tests.Http;

/// <summary>Plays the plugins: no endpoints, and run handlers that a test names.</summary>
internal sealed class TestRuntime : IPluginRuntime
{
    private readonly Dictionary<string, IRunHandler> handlers = [];

    public event Action? Changed;

    public EndpointDataSource Endpoints { get; } = new DefaultEndpointDataSource();

    public IReadOnlyList<PluginStatus> Plugins { get; set; } = [];

    public void Handle(string kind, IRunHandler handler) => handlers[kind] = handler;

    public void Forget(string kind) => handlers.Remove(kind);

    public void RaiseChanged() => Changed?.Invoke();

    public RunHandlerLease? AcquireRunHandler(string kind) => handlers.TryGetValue(kind, out IRunHandler? handler) ? new Lease(handler) : null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<PluginStatus> EnableAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PluginStatus> DisableAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PluginStatus> ReplaceAsync(string directory, Func<Task> commit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Followed> RescanAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, string>> CheckHealthAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    private sealed class Lease(IRunHandler handler) : RunHandlerLease
    {
        public override string PluginId => "test.plugin";

        public override IRunHandler Handler => handler;

        public override CancellationToken Stopping => CancellationToken.None;

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
