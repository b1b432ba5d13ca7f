using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace AIWendy.Host.Http;

/// <summary>
/// The host's own endpoints, made once. ASP.NET Core makes every endpoint anew whenever the routes change, and here they
/// change with every plugin that comes or goes.
/// </summary>
internal sealed class FixedEndpoints(IReadOnlyList<EndpointDataSource> sources) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> endpoints = new(() => [.. sources.SelectMany(source => source.Endpoints)]);

    public override IReadOnlyList<Endpoint> Endpoints => endpoints.Value;

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    /// <summary>Fixes what was mapped so far; call it after the host's last endpoint and before the plugins'.</summary>
    public static void Use(IEndpointRouteBuilder routes)
    {
        FixedEndpoints all = new([.. routes.DataSources]);
        routes.DataSources.Clear();
        routes.DataSources.Add(all);
    }
}
