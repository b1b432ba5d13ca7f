using Microsoft.Extensions.Primitives;

namespace AIWendy.Host.Plugins.Serving;

/// <summary>Endpoints that change while serving. Routing rebuilds its matcher on each change; the old one serves until then.</summary>
internal sealed class DynamicEndpointDataSource : EndpointDataSource
{
    private readonly Lock gate = new();
    private IReadOnlyList<Endpoint> endpoints = [];
    private CancellationTokenSource source = new();
    private CancellationChangeToken token;

    public DynamicEndpointDataSource() => token = new CancellationChangeToken(source.Token);

    public override IReadOnlyList<Endpoint> Endpoints => endpoints;

    public override IChangeToken GetChangeToken() => token;

    public void Set(IReadOnlyList<Endpoint> replacement)
    {
        CancellationTokenSource old;
        lock (gate)
        {
            old = source;
            endpoints = replacement;
            source = new CancellationTokenSource();
            token = new CancellationChangeToken(source.Token);
        }

        old.Cancel();
        old.Dispose();
    }
}
