using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Days;

/// <summary>What a person wrote about a day.</summary>
internal sealed record DayRow(DateOnly Day, string? Plan, string? Review, string? Note, int? Mood, DateTimeOffset? UpdatedAt);

/// <summary>What the trades of a day came to in one currency.</summary>
internal sealed record DayTotal(string Currency, decimal Net, int Trades, int Wins, int Losses);

/// <summary>A day of a list.</summary>
internal sealed record DaySummary(DateOnly Date, int? Mood, bool HasPlan, bool HasReview, bool HasNote, IReadOnlyList<DayTotal> Totals);

/// <summary>The caller's pages for days.</summary>
internal sealed class DayStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    /// <summary>The page of a day; an empty one when nothing was written.</summary>
    public async Task<DayRow> FindAsync(TenantTransaction transaction, DateOnly day, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select plan, review, note, mood, updated_at from journal.days where user_id = $1 and day = $2")
            .With(user.Id).With(day);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new DayRow(day, reader.Optional<string>(0), reader.Optional<string>(1), reader.Optional<string>(2), reader.OptionalValue<int>(3), reader.GetFieldValue<DateTimeOffset>(4))
            : new DayRow(day, null, null, null, null, null);
    }

    /// <summary>Writes the page of a day.</summary>
    public async Task SaveAsync(TenantTransaction transaction, DayRow day, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.days (tenant_id, user_id, day, plan, review, note, mood, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (tenant_id, user_id, day) do update set plan = excluded.plan, review = excluded.review, note = excluded.note, mood = excluded.mood,
                updated_at = excluded.updated_at
            """)
            .With(tenant.TenantId).With(user.Id).With(day.Day).WithOptional(day.Plan, NpgsqlDbType.Text).WithOptional(day.Review, NpgsqlDbType.Text)
            .WithOptional(day.Note, NpgsqlDbType.Text).WithOptional(day.Mood, NpgsqlDbType.Integer).With(Timestamps.Now(time));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Days with trades or with something written, oldest first.</summary>
    public async Task<List<DaySummary>> ListAsync(TenantTransaction transaction, DateOnly from, DateOnly to, Guid? accountId, CancellationToken cancellationToken)
    {
        Dictionary<DateOnly, List<DayTotal>> totals = await TotalsAsync(transaction, from, to, accountId, cancellationToken);
        Dictionary<DateOnly, DaySummary> days = totals.ToDictionary(day => day.Key, day => new DaySummary(day.Key, null, false, false, false, day.Value));
        await using NpgsqlCommand command = transaction.Command("""
            select day, mood, plan is not null, review is not null, note is not null from journal.days where user_id = $1 and day between $2 and $3
            """).With(user.Id).With(from).With(to);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            DateOnly day = reader.GetFieldValue<DateOnly>(0);
            days[day] = new DaySummary(
                day, reader.OptionalValue<int>(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.GetBoolean(4), totals.GetValueOrDefault(day) ?? []);
        }

        return [.. days.Values.OrderBy(day => day.Date)];
    }

    /// <summary>What the trades of some days came to, by day; the currency with most trades first.</summary>
    public async Task<Dictionary<DateOnly, List<DayTotal>>> TotalsAsync(
        TenantTransaction transaction, DateOnly from, DateOnly to, Guid? accountId, CancellationToken cancellationToken)
    {
        Dictionary<DateOnly, List<DayTotal>> totals = [];
        await using NpgsqlCommand command = transaction.Command("""
            select t.closed_on, t.currency, sum(t.net), count(*)::int,
                (count(*) filter (where t.net > a.breakeven_band))::int, (count(*) filter (where t.net < -a.breakeven_band))::int
            from journal.round_trips t join journal.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
            where t.user_id = $1 and t.closed_on between $2 and $3 and ($4 is null or t.account_id = $4)
            group by 1, 2 order by 1, 4 desc, 2
            """).With(user.Id).With(from).With(to).WithOptional(accountId, NpgsqlDbType.Uuid);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            DateOnly day = reader.GetFieldValue<DateOnly>(0);
            if (!totals.TryGetValue(day, out List<DayTotal>? list))
            {
                totals.Add(day, list = []);
            }

            list.Add(new DayTotal(reader.GetString(1), reader.GetDecimal(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5)));
        }

        return totals;
    }
}
