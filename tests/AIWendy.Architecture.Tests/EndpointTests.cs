using AIWendy.Accounts.Tests.Serving;
using AIWendy.Host.Calls;
using AIWendy.Host.Plugins;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Architecture.Tests;

/// <summary>Every endpoint of the host and of every plugin, as the running host serves them.</summary>
[Collection(PostgresCollection.Name)]
public sealed class EndpointTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Every_endpoint_says_who_may_call_it()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(postgres);
        host.Services.GetRequiredService<IPluginRuntime>().Plugins
            .Where(plugin => plugin.State != PluginState.Active)
            .Select(plugin => $"{plugin.Manifest.Id}: {plugin.Reason}")
            .Should().BeEmpty("what does not run can not be looked at");

        IPermissionCatalogue permissions = host.Services.GetRequiredService<IPermissionCatalogue>();
        RouteEndpoint[] endpoints = [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
        endpoints.Should().HaveCountGreaterThan(40);

        endpoints.Where(endpoint => !IsDecided(endpoint, permissions)).Select(Describe).Should().BeEmpty();
    }

    [Fact]
    public async Task What_plugins_publish_has_a_name_and_a_summary()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(postgres);
        host.Services.GetRequiredService<IPluginRuntime>().Endpoints.Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null
                || endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is null)
            .OfType<RouteEndpoint>()
            .Select(Describe)
            .Should().BeEmpty();
    }

    private static bool IsDecided(RouteEndpoint endpoint, IPermissionCatalogue permissions) =>
        endpoint.Metadata.GetMetadata<PermissionMetadata>() is { } demanded
            ? permissions.RequiredRole(demanded.Permission) is not null
            : endpoint.Metadata.GetMetadata<PublicMetadata>() is { Reason.Length: > 10 };

    private static string Describe(RouteEndpoint endpoint) =>
        string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []) + " " + endpoint.RoutePattern.RawText;
}
