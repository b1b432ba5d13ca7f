using AIWendy.Plugins.Models.Connections;
using AIWendy.Plugins.Models.Data;
using AIWendy.Plugins.Models.Providers;
using AIWendy.Plugins.Models.Providers.Ollama;
using AIWendy.Plugins.Models.Usage;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Models.Endpoints;

internal static class ModelsEndpoints
{
    private static readonly TimeSpan DetectLimit = TimeSpan.FromMilliseconds(300);

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder models = api.MapGroup("/models").WithTags("Models");
        models.MapGet("/connections", ListAsync)
            .RequirePermission(ModelsPermissions.Read).WithName("models.connections").WithSummary("The models that the caller may use");
        models.MapPost("/connections", AddAsync)
            .RequirePermission(ModelsPermissions.Write).WithName("models.addConnection").WithSummary("Add a connection");
        models.MapPut("/connections/{id:guid}", ChangeAsync)
            .RequirePermission(ModelsPermissions.Write).WithName("models.changeConnection").WithSummary("Change a connection");
        models.MapDelete("/connections/{id:guid}", DeleteAsync)
            .RequirePermission(ModelsPermissions.Write).WithName("models.deleteConnection").WithSummary("Delete a connection; it can be restored for a day");
        models.MapPost("/connections/{id:guid}/restore", RestoreAsync)
            .RequirePermission(ModelsPermissions.Write).WithName("models.restoreConnection").WithSummary("Bring a deleted connection back");
        models.MapPost("/connections/{id:guid}/test", TestAsync)
            .RequirePermission(ModelsPermissions.Write).WithName("models.testConnection").WithSummary("Try address, key and model of a connection");
        models.MapPost("/connections/{id:guid}/default", MakeDefaultAsync)
            .RequirePermission(ModelsPermissions.Write).WithName("models.makeDefault").WithSummary("Use a connection for new conversations");
        models.MapGet("/providers", ProvidersAsync)
            .RequirePermission(ModelsPermissions.Read).WithName("models.providers").WithSummary("The kinds of connections, and which local servers were found");
        models.MapGet("/usage", UsageAsync)
            .RequirePermission(ModelsPermissions.Read).WithName("models.usage").WithSummary("What the caller's calls to models used");
    }

    private static async Task<Ok<ConnectionList>> ListAsync(ConnectionStore store, ConnectionCatalogue catalogue, CancellationToken cancellationToken)
    {
        IReadOnlyList<Connection> own = await store.ListAsync(cancellationToken);
        Guid defaultId = await catalogue.DefaultIdAsync(own, cancellationToken);
        List<ConnectionItem> items = [.. own.Select(connection => Item(store.Details(connection), connection, defaultId)), .. catalogue.Given.Select(given => Item(given, null, defaultId))];
        return TypedResults.Ok(new ConnectionList(items, defaultId));
    }

    private static async Task<Created<ConnectionCreated>> AddAsync(ConnectionChange given, ConnectionStore store, CancellationToken cancellationToken)
    {
        bool isFirst = (await store.ListAsync(cancellationToken)).Count == 0;
        Connection added = await store.AddAsync(given, cancellationToken);
        if (given.MakeDefault ?? isFirst)
        {
            await store.SetDefaultAsync(added.Id, cancellationToken);
        }

        return TypedResults.Created($"/api/models/connections/{added.Id}", new ConnectionCreated(added.Id));
    }

    private static async Task<Ok<ConnectionItem>> ChangeAsync(
        Guid id, ConnectionChange given, ConnectionStore store, ConnectionCatalogue catalogue, CancellationToken cancellationToken)
    {
        RefuseGiven(id, catalogue);
        Connection changed = await store.ChangeAsync(id, given, cancellationToken);
        if (given.MakeDefault is true)
        {
            await store.SetDefaultAsync(id, cancellationToken);
        }

        return TypedResults.Ok(Item(store.Details(changed), changed, await catalogue.DefaultIdAsync([changed], cancellationToken)));
    }

    private static async Task<NoContent> DeleteAsync(Guid id, ConnectionStore store, ConnectionCatalogue catalogue, CancellationToken cancellationToken)
    {
        RefuseGiven(id, catalogue);
        await store.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RestoreAsync(Guid id, ConnectionStore store, CancellationToken cancellationToken)
    {
        await store.RestoreAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<TestResult>> TestAsync(Guid id, ConnectionTest test, CancellationToken cancellationToken) =>
        TypedResults.Ok(await test.RunAsync(id, cancellationToken));

    private static async Task<NoContent> MakeDefaultAsync(Guid id, ConnectionStore store, ConnectionCatalogue catalogue, CancellationToken cancellationToken)
    {
        _ = await catalogue.FindAsync(id, cancellationToken) ?? throw ConnectionStore.NotFound();
        await store.SetDefaultAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ProviderList>> ProvidersAsync(
        ProviderSet providers, OllamaProvider ollama, EnvironmentConnections environment, CancellationToken cancellationToken, bool detect = false)
    {
        IReadOnlyList<string>? found = detect ? await ollama.DetectAsync(environment.Ollama, DetectLimit, cancellationToken) : null;
        IEnumerable<ProviderItem> known = ProviderSet.Known.Select(info => info == OllamaProvider.Info
            ? new ProviderItem(info.Kind, info.Name, Text(environment.Ollama), info.KeyRequired, found?.FirstOrDefault(), detect ? found is not null : null, found ?? [])
            : new ProviderItem(info.Kind, info.Name, Text(info.DefaultBaseUrl), info.KeyRequired, info.SuggestedModel, null, []));
        IEnumerable<ProviderItem> contributed = (await providers.ContributedKindsAsync())
            .Select(static kind => new ProviderItem(kind, kind, null, false, null, null, []));
        return TypedResults.Ok(new ProviderList([.. known, .. contributed]));
    }

    private static async Task<Ok<UsageTotals>> UsageAsync(
        UsageReport report, CancellationToken cancellationToken, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        TypedResults.Ok(await report.ReadAsync(from, to, cancellationToken));

    private static ConnectionItem Item(ConnectionDetails details, Connection? stored, Guid defaultId) => new(
        details.Id,
        details.Source,
        details.Kind,
        details.Name,
        Text(details.Target.BaseUrl),
        ApiKeys.Mask(details.Target.ApiKey),
        details.Target.Model,
        details.Id == defaultId,
        details.IsLocal,
        details.Source != ConnectionSource.User,
        stored?.CreatedAt,
        stored?.UpdatedAt,
        stored?.LastTestedAt is { } at ? new LastTest(at, stored.LastTestCode is null, stored.LastTestCode, stored.LastTestLatencyMs) : null);

    private static string? Text(Uri? address) => address?.AbsoluteUri.TrimEnd('/');

    private static void RefuseGiven(Guid id, ConnectionCatalogue catalogue)
    {
        if (catalogue.Given.Any(item => item.Id == id))
        {
            throw new ProblemException(409, "connection_read_only", new Text("This connection comes from the installation's settings and can only be changed there.", "这个连接来自安装设置，只能在那里更改。"));
        }
    }
}
