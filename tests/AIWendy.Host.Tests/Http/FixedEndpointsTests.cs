using AIWendy.Host.Http;
using AIWendy.Host.Plugins.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace AIWendy.Host.Tests.Http;

public sealed class FixedEndpointsTests
{
    [Fact]
    public async Task A_plugin_that_comes_leaves_the_hosts_endpoints_as_they_are()
    {
        await using WebApplication app = WebApplication.CreateSlimBuilder().Build();
        DynamicEndpointDataSource plugins = new();
        app.MapGet("/own", () => "own").WithMetadata("last");
        FixedEndpoints.Use(app);
        IEndpointRouteBuilder routes = app;
        routes.DataSources.Add(plugins);
        using CompositeEndpointDataSource all = new(routes.DataSources);
        Endpoint before = all.Endpoints.Single();
        before.Metadata.GetMetadata<string>().Should().Be("last");

        plugins.Set([new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/plugin"), 0, EndpointMetadataCollection.Empty, "plugin")]);

        all.Endpoints.Should().HaveCount(2);
        all.Endpoints.Should().Contain(endpoint => ReferenceEquals(endpoint, before));
    }
}
