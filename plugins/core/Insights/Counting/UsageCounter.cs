using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Insights.Counting;

/// <summary>Adds to the figures of a day, and notes who was there.</summary>
internal sealed class UsageCounter(ITenantDatabase database, ITenantContext tenant)
{
    private const int LongestKey = 100;

    /// <summary>Adds everything in one transaction.</summary>
    /// <param name="at">When it happened.</param>
    /// <param name="userId">Who did it; <see cref="Guid.Empty"/> when nobody in particular.</param>
    /// <param name="increments">What to add.</param>
    /// <param name="cancellationToken">Cancels before anything is added.</param>
    public async Task AddAsync(DateTimeOffset at, Guid userId, IEnumerable<Increment> increments, CancellationToken cancellationToken)
    {
        DateOnly day = DateOnly.FromDateTime(at.UtcDateTime);

        // In one order everywhere, so that two transactions never wait for each other's rows.
        Increment[] sorted =
        [
            .. increments.Where(static one => one.Count > 0)
                .OrderBy(static one => one.Metric, StringComparer.Ordinal).ThenBy(static one => one.Key, StringComparer.Ordinal),
        ];
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if (userId != Guid.Empty)
        {
            await using NpgsqlCommand person = transaction.Command(
                "insert into insights.active_people (tenant_id, day, user_id) values ($1, $2, $3) on conflict do nothing");
            Add(person, tenant.TenantId);
            Add(person, day);
            Add(person, userId);
            await person.ExecuteNonQueryAsync(cancellationToken);
        }

        if (sorted.Length > 0)
        {
            await using NpgsqlCommand counts = transaction.Command("""
                insert into insights.daily_counts as stored (tenant_id, day, metric, key, count)
                select $1, $2, given.metric, given.key, given.count
                from unnest($3::text[], $4::text[], $5::bigint[]) with ordinality as given (metric, key, count, place)
                order by given.place
                on conflict (tenant_id, day, metric, key) do update set count = stored.count + excluded.count
                """);
            Add(counts, tenant.TenantId);
            Add(counts, day);
            Add(counts, Array.ConvertAll(sorted, static one => one.Metric));
            Add(counts, Array.ConvertAll(sorted, static one => Shorten(one.Key)));
            Add(counts, Array.ConvertAll(sorted, static one => one.Count));
            await counts.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string Shorten(string key) => key.Length <= LongestKey ? key : key[..LongestKey];

    private static void Add<T>(NpgsqlCommand command, T value) => command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
}
