using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace AIWendy.Plugins.Journal.Views;

internal sealed record ViewInput(string? Name, string? Query);

/// <summary>A filter of the trades table under a name; <c>Query</c> is the query of the page's address.</summary>
internal sealed record ViewBody(Guid Id, string Name, string Query, DateTimeOffset CreatedAt);

internal sealed record ViewList(IReadOnlyList<ViewBody> Items);

/// <summary>Saved filters of the trades table.</summary>
internal static class ViewEndpoints
{
    private const int LongestQuery = 2000;
    private const int Most = 100;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/views", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.views")
            .WithSummary("Saved filters of the trades table");
        journal.MapPost("/views", SaveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.saveView")
            .WithSummary("Save a filter under a name; one of the same name is written over");
        journal.MapDelete("/views/{id:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeView")
            .WithSummary("Remove a saved filter");
    }

    private static async Task<Ok<ViewList>> ListAsync(ITenantDatabase database, ICurrentUser user, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        List<ViewBody> views = [];
        await using NpgsqlCommand command = transaction.Command("select id, name, query, created_at from journal.saved_views where user_id = $1 order by lower(name), id")
            .With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            views.Add(new ViewBody(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return TypedResults.Ok(new ViewList(views));
    }

    private static async Task<Ok<ViewBody>> SaveAsync(
        ViewInput input, ITenantDatabase database, ITenantContext tenant, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        string name = Inputs.Name("name", input.Name);
        string query = Inputs.Text("query", input.Query?.TrimStart('?'), LongestQuery) ?? string.Empty;
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand count = transaction.Command("select count(*)::int from journal.saved_views where user_id = $1 and name <> $2").With(user.Id).With(name);
        if (await count.ExecuteScalarAsync(cancellationToken) is >= Most)
        {
            throw Inputs.Invalid("name", $"would be one of more than {Most}. Remove a view first.", $"超过 {Most} 个。请先删除一个视图。");
        }

        await using NpgsqlCommand save = transaction.Command("""
            insert into journal.saved_views (tenant_id, id, user_id, name, query, created_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, user_id, name) do update set query = excluded.query returning id, created_at
            """).With(tenant.TenantId).With(Guid.CreateVersion7()).With(user.Id).With(name).With(query).With(Timestamps.Now(time));
        ViewBody saved;
        await using (NpgsqlDataReader reader = await save.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            saved = new ViewBody(reader.GetGuid(0), name, query, reader.GetFieldValue<DateTimeOffset>(1));
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(saved);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ITenantDatabase database, ICurrentUser user, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand command = transaction.Command("delete from journal.saved_views where user_id = $1 and id = $2").With(user.Id).With(id);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw ProblemException.NotFound("The view");
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
