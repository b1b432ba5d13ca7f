using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Playbooks;

/// <summary>One thing that must be true before an entry.</summary>
internal sealed record Criterion(string Id, string Text);

/// <summary>A playbook with the number of closed trades that follow it.</summary>
internal sealed record PlaybookRow(Guid Id, string Name, string? Description, IReadOnlyList<Criterion> Criteria, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Trades);

/// <summary>The caller's playbooks. A deleted one keeps its trades and can come back.</summary>
internal sealed class PlaybookStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    private const string Columns = """
        select p.id, p.name, p.description, p.criteria, p.created_at, p.updated_at,
            (select count(*) from journal.trade_annotations a
                join journal.round_trips t on t.tenant_id = a.tenant_id and t.account_id = a.account_id and t.opening_key = a.opening_key
                where a.tenant_id = p.tenant_id and a.user_id = p.user_id and a.playbook_id = p.id)::int
        from journal.playbooks p where p.user_id = $1 and p.deleted_at is null
        """;

    /// <summary>All of them by name.</summary>
    public async Task<List<PlaybookRow>> ListAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " order by lower(p.name), p.id").With(user.Id);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">404: it is not the caller's.</exception>
    public async Task<PlaybookRow> GetAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " and p.id = $2").With(user.Id).With(id);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault() ?? throw ProblemException.NotFound("The playbook");
    }

    /// <summary>Adds a playbook.</summary>
    public async Task AddAsync(TenantTransaction transaction, Guid id, string name, string? description, IReadOnlyList<Criterion> criteria, CancellationToken cancellationToken)
    {
        await OwnNames.RequireFreeAsync(transaction, "playbooks", user.Id, id, name, cancellationToken);
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.playbooks (tenant_id, id, user_id, name, description, criteria, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)
            """)
            .With(tenant.TenantId).With(id).With(user.Id).With(name).WithOptional(description, NpgsqlDbType.Text)
            .WithOptional(Json(criteria), NpgsqlDbType.Jsonb).With(Timestamps.Now(time));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes everything of a playbook.</summary>
    public async Task UpdateAsync(TenantTransaction transaction, PlaybookRow playbook, CancellationToken cancellationToken)
    {
        await OwnNames.RequireFreeAsync(transaction, "playbooks", user.Id, playbook.Id, playbook.Name, cancellationToken);
        await using NpgsqlCommand command = transaction.Command(
            "update journal.playbooks set name = $3, description = $4, criteria = $5, updated_at = $6 where user_id = $1 and id = $2")
            .With(user.Id).With(playbook.Id).With(playbook.Name).WithOptional(playbook.Description, NpgsqlDbType.Text)
            .WithOptional(Json(playbook.Criteria), NpgsqlDbType.Jsonb).With(Timestamps.Now(time));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Json(IReadOnlyList<Criterion> criteria) => JsonSerializer.Serialize(criteria, OverlayJsonContext.Default.IReadOnlyListCriterion);

    private static async Task<List<PlaybookRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<PlaybookRow> playbooks = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            playbooks.Add(new PlaybookRow(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.Optional<string>(2),
                JsonSerializer.Deserialize(reader.GetString(3), OverlayJsonContext.Default.IReadOnlyListCriterion) ?? [],
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                reader.GetInt32(6)));
        }

        return playbooks;
    }
}

/// <summary>Names of playbooks and projects: each once for a person, whatever its case. Deleting and bringing back.</summary>
internal static class OwnNames
{
    /// <summary>Refuses a name that another one of the caller's has.</summary>
    /// <exception cref="ProblemException">409 <c>name_taken</c>.</exception>
    public static async Task RequireFreeAsync(TenantTransaction transaction, string table, Guid userId, Guid id, string name, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(
            $"select exists (select from journal.{table} where user_id = $1 and id <> $2 and lower(name) = lower($3) and deleted_at is null)")
            .With(userId).With(id).With(name);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            throw new ProblemException(409, "name_taken", Text.Of("You have one of that name already. Choose another name.", "你已有同名的一项。请换一个名称。"));
        }
    }

    /// <summary>Deletes, or brings back.</summary>
    /// <returns>Whether there was one to change.</returns>
    public static async Task<bool> SetDeletedAsync(
        TenantTransaction transaction, string table, Guid userId, Guid id, DateTimeOffset? deletedAt, CancellationToken cancellationToken)
    {
        if (deletedAt is null)
        {
            await using NpgsqlCommand name = transaction.Command($"select name from journal.{table} where user_id = $1 and id = $2").With(userId).With(id);
            if (await name.ExecuteScalarAsync(cancellationToken) is not string found)
            {
                return false;
            }

            await RequireFreeAsync(transaction, table, userId, id, found, cancellationToken);
        }

        string state = deletedAt is null ? "true" : "deleted_at is null";
        await using NpgsqlCommand command = transaction.Command($"update journal.{table} set deleted_at = $3 where user_id = $1 and id = $2 and {state}")
            .With(userId).With(id).WithOptional(deletedAt, NpgsqlDbType.TimestampTz);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
