using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Plugins.Installation;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>The endpoints with which an administrator says which publishers are trusted.</summary>
internal static class PublisherKeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/admin/publisher-keys").WithTags("Administration")
            .RequirePermission(PermissionCatalogue.Administer)
            .AddEndpointFilter<OperatorOnly>();
        group.MapGet("/", ListAsync).WithName("publisherKeys.list")
            .WithSummary("Publishers whose packages are trusted.");
        group.MapPost("/", SaveAsync).WithName("publisherKeys.save")
            .WithSummary("Trusts a publisher's key, or revokes it.");
        group.MapDelete("/{keyId}", RemoveAsync).WithName("publisherKeys.remove")
            .WithSummary("Forgets a publisher's key.");
    }

    private static async Task<Ok<PublisherKeyList>> ListAsync(PublisherKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(new PublisherKeyList(await keys.ListAsync(cancellationToken)));

    private static async Task<Ok<PublisherKeyView>> SaveAsync(PublisherKeyView body, PublisherKeys keys, AuditLog audit, CancellationToken cancellationToken)
    {
        PublisherKeyView saved = await keys.SaveAsync(body, cancellationToken);
        JsonObject details = new() { ["publisher"] = body.Publisher, ["revoked"] = body.Revoked };
        await audit.WriteAsync(body.Revoked ? "publisher_key.revoke" : "publisher_key.trust", saved.KeyId!, details, CancellationToken.None);
        return TypedResults.Ok(saved);
    }

    private static async Task<NoContent> RemoveAsync(string keyId, PublisherKeys keys, AuditLog audit, CancellationToken cancellationToken)
    {
        if (!await keys.RemoveAsync(keyId, cancellationToken))
        {
            throw ProblemException.NotFound("A publisher's key of this id");
        }

        await audit.WriteAsync("publisher_key.remove", keyId, [], CancellationToken.None);
        return TypedResults.NoContent();
    }
}

/// <summary>All keys.</summary>
internal sealed record PublisherKeyList(IReadOnlyList<PublisherKeyView> Items);
