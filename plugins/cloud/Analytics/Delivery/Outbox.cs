using AIWendy.Plugins.Analytics.Capture;
using AIWendy.Plugins.Analytics.Data;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Analytics.Delivery;

/// <summary>An event on its way out.</summary>
/// <param name="Id">The same with every attempt.</param>
/// <param name="Name">Name at the provider.</param>
/// <param name="DistinctId">Pseudonym of the person.</param>
/// <param name="Properties">A JSON object.</param>
/// <param name="OccurredAt">When it happened, in UTC.</param>
internal sealed record PendingEvent(Guid Id, string Name, string DistinctId, string Properties, DateTimeOffset OccurredAt);

/// <summary>
/// The events of the current tenant that wait for their delivery. They are rows of the database, so that neither a crash
/// nor an outage of the provider loses one.
/// </summary>
internal sealed class Outbox(
    ITenantDatabase database, ITenantContext tenant, Pseudonyms pseudonyms, OutboxTrim trim, TimeProvider time)
{
    /// <summary>How long a node may take over a batch before another one takes it up.</summary>
    public static readonly TimeSpan ClaimLimit = TimeSpan.FromMinutes(2);

    /// <summary>Stores an event unless the person does not want to be counted.</summary>
    public async Task AddAsync(UsageEvent captured, CancellationToken cancellationToken)
    {
        string distinctId = await pseudonyms.OfAsync(captured.UserId, cancellationToken);
        Guid tenantId = tenant.TenantId;
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand insert = transaction.Command("""
            insert into analytics.outbox (tenant_id, id, name, distinct_id, properties, occurred_at)
            select $1, $2, $3, $4, $5, $6
            where not exists (select 1 from analytics.opt_outs where tenant_id = $1 and user_id = $7)
            """)
            .With(tenantId).With(Guid.CreateVersion7(time.GetUtcNow())).With(captured.Name).With(distinctId).WithJson(captured.ToJson())
            .With(captured.At.ToUniversalTime()).With(captured.UserId);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        if (trim.IsDue(tenantId))
        {
            await trim.ApplyAsync(transaction, tenantId, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes the oldest events that nobody else has taken. They come back when they are neither removed nor released in time.</summary>
    public async Task<IReadOnlyList<PendingEvent>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<PendingEvent> claimed = [];
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using (NpgsqlCommand claim = transaction.Command("""
            with taken as (
                select id from analytics.outbox
                where died_at is null and (claimed_until is null or claimed_until < $1)
                order by id limit $2
                for update skip locked)
            update analytics.outbox stored set claimed_until = $3
            from taken where stored.tenant_id = $4 and stored.id = taken.id
            returning stored.id, stored.name, stored.distinct_id, stored.properties::text, stored.occurred_at
            """).With(now).With(most).With(now + ClaimLimit).With(tenant.TenantId))
        {
            await using NpgsqlDataReader reader = await claim.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                claimed.Add(new PendingEvent(
                    reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)));
            }
        }

        await transaction.CommitAsync(cancellationToken);
        claimed.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return claimed;
    }

    /// <summary>Removes what the provider has.</summary>
    public Task RemoveAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ExecuteAsync("delete from analytics.outbox where tenant_id = $1 and id = any($2)", command => command.With<Guid[]>([.. ids]), cancellationToken);

    /// <summary>Puts back what was claimed and not delivered.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "update analytics.outbox set claimed_until = null where tenant_id = $1 and id = any($2)", command => command.With<Guid[]>([.. ids]), cancellationToken);

    /// <summary>Gives an event up that the provider refuses.</summary>
    public Task BuryAsync(Guid id, string reason, CancellationToken cancellationToken) =>
        ExecuteAsync(
            "update analytics.outbox set died_at = $3, died_of = $4, claimed_until = null where tenant_id = $1 and id = $2",
            command => command.With(id).With(time.GetUtcNow()).With(reason),
            cancellationToken);

    /// <summary>Gives up what is too old, and deletes what was given up long ago.</summary>
    public async Task AgeAsync(TimeSpan givenUpAfter, TimeSpan keptFor, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await ExecuteAsync(
            """
            update analytics.outbox set died_at = $2, died_of = 'expired', claimed_until = null
            where tenant_id = $1 and died_at is null and occurred_at < $3 and (claimed_until is null or claimed_until < $2)
            """,
            command => command.With(now).With(now - givenUpAfter),
            cancellationToken);
        await ExecuteAsync(
            "delete from analytics.outbox where tenant_id = $1 and died_at < $2", command => command.With(now - keptFor), cancellationToken);
    }

    /// <summary>Deletes everything that waits, or what waits of one person.</summary>
    public async Task ClearAsync(Guid? userId, CancellationToken cancellationToken)
    {
        if (userId is { } id)
        {
            string distinctId = await pseudonyms.OfAsync(id, cancellationToken);
            await ExecuteAsync("delete from analytics.outbox where tenant_id = $1 and distinct_id = $2", command => command.With(distinctId), cancellationToken);
        }
        else
        {
            await ExecuteAsync("delete from analytics.outbox where tenant_id = $1", static command => command, cancellationToken);
        }
    }

    /// <summary>Deletes the oldest events beyond the limit.</summary>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await trim.ApplyAsync(transaction, tenant.TenantId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>How many wait, and how many were given up.</summary>
    public async Task<(int Pending, int Dead)> CountAsync(CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand count = transaction.Command(
            "select count(*) filter (where died_at is null)::int, count(*) filter (where died_at is not null)::int from analytics.outbox");
        await using NpgsqlDataReader reader = await count.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    private async Task ExecuteAsync(string sql, Func<NpgsqlCommand, NpgsqlCommand> fill, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand command = fill(transaction.Command(sql).With(tenant.TenantId));
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
