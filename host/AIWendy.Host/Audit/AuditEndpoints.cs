using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Audit;

/// <summary>Lets an administrator read what administrators did.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/audit", ReadAsync)
            .RequirePermission(PermissionCatalogue.Administer)
            .AddEndpointFilter<OperatorOnly>()
            .WithTags("Administration")
            .WithName("audit.list")
            .WithSummary("What administrators did to the installation, the newest first.");

    private static async Task<Ok<AuditPage>> ReadAsync(AuditLog audit, Guid? cursor, CancellationToken cancellationToken)
    {
        IReadOnlyList<AuditEntry> entries = await audit.ReadAsync(cursor, PageSize + 1, cancellationToken);
        bool more = entries.Count > PageSize;
        return TypedResults.Ok(new AuditPage([.. entries.Take(PageSize)], more ? entries[PageSize - 1].Id : null));
    }
}

/// <summary>A page of the audit log.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Items, Guid? NextCursor);
