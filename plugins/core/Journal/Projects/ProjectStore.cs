using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Playbooks;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Projects;

/// <summary>A project with the number of its closed trades.</summary>
internal sealed record ProjectBody(Guid Id, string Name, string? Description, int Trades, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>The caller's projects. A deleted one keeps its trades and can come back.</summary>
internal sealed class ProjectStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    /// <summary>The table.</summary>
    public const string Table = "projects";

    private const string Columns = """
        select p.id, p.name, p.description, p.created_at, p.updated_at,
            (select count(*) from journal.trade_annotations a
                join journal.round_trips t on t.tenant_id = a.tenant_id and t.account_id = a.account_id and t.opening_key = a.opening_key
                where a.tenant_id = p.tenant_id and a.user_id = p.user_id and a.project_id = p.id)::int
        from journal.projects p where p.user_id = $1 and p.deleted_at is null
        """;

    /// <summary>All of them by name.</summary>
    public async Task<List<ProjectBody>> ListAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " order by lower(p.name), p.id").With(user.Id);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">404: it is not the caller's.</exception>
    public async Task<ProjectBody> GetAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " and p.id = $2").With(user.Id).With(id);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault() ?? throw ProblemException.NotFound("The project");
    }

    /// <summary>Adds a project, or writes everything of an existing one.</summary>
    public async Task SaveAsync(TenantTransaction transaction, Guid id, string name, string? description, CancellationToken cancellationToken)
    {
        await OwnNames.RequireFreeAsync(transaction, Table, user.Id, id, name, cancellationToken);
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.projects (tenant_id, id, user_id, name, description, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)
            on conflict (tenant_id, id) do update set name = excluded.name, description = excluded.description, updated_at = excluded.updated_at
            """)
            .With(tenant.TenantId).With(id).With(user.Id).With(name).WithOptional(description, NpgsqlDbType.Text).With(Timestamps.Now(time));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<ProjectBody>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<ProjectBody> projects = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            projects.Add(new ProjectBody(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.Optional<string>(2),
                reader.GetInt32(5),
                reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return projects;
    }
}
