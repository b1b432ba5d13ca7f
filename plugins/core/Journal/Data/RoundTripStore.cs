using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>
/// Derives round trips, their fills and open positions from the fills of instruments, within the caller's transaction.
/// A round trip keeps its id and number as long as the same fill opens it.
/// </summary>
internal sealed class RoundTripStore(ITenantContext tenant, ICurrentUser user, ExecutionStore executions)
{
    private const int ChunkSize = 5000;

    /// <summary>Serialises imports of one person until the transaction ends, so that numbers and matching stay consistent.</summary>
    public async Task LockAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select pg_advisory_xact_lock(hashtextextended($1, 0))")
            .With($"journal:{tenant.TenantId:N}:{user.Id:N}");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Rebuilds everything that is derived from the fills of these instruments.</summary>
    public async Task RebuildAsync(TenantTransaction transaction, IReadOnlyCollection<Instrument> instruments, CancellationToken cancellationToken)
    {
        if (instruments.Count == 0)
        {
            return;
        }

        Book book = LotMatching.Build(await executions.ReadAsync(transaction, instruments, cancellationToken));
        Dictionary<Guid, (Guid Id, int Number)> known = await ForgetAsync(transaction, instruments, cancellationToken);
        int next = await NextNumberAsync(transaction, known.Values, cancellationToken);
        Dictionary<Guid, TimeZoneInfo> zones = await ZonesAsync(transaction, cancellationToken);
        List<NamedTrip> trips = new(book.RoundTrips.Count);
        foreach (RoundTrip trip in book.RoundTrips)
        {
            (Guid id, int number) = known.TryGetValue(trip.OpeningExecutionId, out (Guid, int) kept) ? kept : (Guid.CreateVersion7(), next++);
            DateTimeOffset local = TimeZoneInfo.ConvertTime(trip.ClosedAt, zones[trip.Position.AccountId]);
            trips.Add(new NamedTrip(id, number, DateOnly.FromDateTime(local.DateTime), trip));
        }

        await InsertTripsAsync(transaction, trips, cancellationToken);
        await InsertFillsAsync(transaction, trips, cancellationToken);
        await InsertPositionsAsync(transaction, book.OpenPositions, cancellationToken);
    }

    private static async Task<Dictionary<Guid, (Guid Id, int Number)>> ForgetAsync(
        TenantTransaction transaction, IReadOnlyCollection<Instrument> instruments, CancellationToken cancellationToken)
    {
        Instrument[] wanted = [.. instruments];
        Dictionary<Guid, (Guid, int)> known = [];
        await using (NpgsqlCommand trips = transaction.Command("""
            delete from journal.round_trips t using unnest($1, $2) as x (account_id, symbol)
            where t.account_id = x.account_id and t.symbol = x.symbol
            returning t.opening_execution_id, t.id, t.number
            """).WithColumn(wanted, instrument => instrument.AccountId).WithColumn(wanted, instrument => instrument.Symbol))
        {
            await using NpgsqlDataReader reader = await trips.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                known[reader.GetGuid(0)] = (reader.GetGuid(1), reader.GetInt32(2));
            }
        }

        await using NpgsqlCommand positions = transaction.Command("""
            delete from journal.open_positions p using unnest($1, $2) as x (account_id, symbol)
            where p.account_id = x.account_id and p.symbol = x.symbol
            """).WithColumn(wanted, instrument => instrument.AccountId).WithColumn(wanted, instrument => instrument.Symbol);
        await positions.ExecuteNonQueryAsync(cancellationToken);
        return known;
    }

    private async Task<int> NextNumberAsync(TenantTransaction transaction, IEnumerable<(Guid Id, int Number)> kept, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select coalesce(max(number), 0) from journal.round_trips where user_id = $1").With(user.Id);
        int highest = (int)(await command.ExecuteScalarAsync(cancellationToken) ?? 0);
        return Math.Max(highest, kept.Select(trip => trip.Number).DefaultIfEmpty(0).Max()) + 1;
    }

    private async Task<Dictionary<Guid, TimeZoneInfo>> ZonesAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<Guid, TimeZoneInfo> zones = [];
        await using NpgsqlCommand command = transaction.Command("select id, time_zone from journal.accounts where user_id = $1").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            zones[reader.GetGuid(0)] = TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(1));
        }

        return zones;
    }

    private async Task InsertTripsAsync(TenantTransaction transaction, List<NamedTrip> trips, CancellationToken cancellationToken)
    {
        foreach (NamedTrip[] chunk in trips.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.round_trips (tenant_id, user_id, id, account_id, number, opening_execution_id, symbol, side, quantity, entry_price, exit_price,
                    multiplier, gross, fees, net, currency, opened_at, closed_at, closed_on, fill_count)
                select $1, $2, x.* from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) as x
                """)
                .With(tenant.TenantId).With(user.Id)
                .WithColumn(chunk, t => t.Id)
                .WithColumn(chunk, t => t.Trip.Position.AccountId)
                .WithColumn(chunk, t => t.Number)
                .WithColumn(chunk, t => t.Trip.OpeningExecutionId)
                .WithColumn(chunk, t => t.Trip.Position.Symbol)
                .WithColumn(chunk, t => t.Trip.Side.ToString())
                .WithColumn(chunk, t => t.Trip.Quantity)
                .WithColumn(chunk, t => t.Trip.EntryPrice)
                .WithColumn(chunk, t => t.Trip.ExitPrice)
                .WithColumn(chunk, t => t.Trip.Multiplier)
                .WithColumn(chunk, t => t.Trip.Gross)
                .WithColumn(chunk, t => t.Trip.Fees)
                .WithColumn(chunk, t => t.Trip.Net)
                .WithColumn(chunk, t => t.Trip.Position.Currency)
                .WithColumn(chunk, t => t.Trip.OpenedAt)
                .WithColumn(chunk, t => t.Trip.ClosedAt)
                .WithColumn(chunk, t => t.ClosedOn)
                .WithColumn(chunk, t => t.Trip.Fills.Count);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task InsertFillsAsync(TenantTransaction transaction, List<NamedTrip> trips, CancellationToken cancellationToken)
    {
        IEnumerable<(Guid Trip, int Ordinal, Fill Fill)> fills = trips.SelectMany(trip => trip.Trip.Fills.Select((fill, index) => (trip.Id, index, fill)));
        foreach ((Guid Trip, int Ordinal, Fill Fill)[] chunk in fills.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.round_trip_fills (tenant_id, round_trip_id, ordinal, execution_id, quantity, fee, opens)
                select $1, x.* from unnest($2, $3, $4, $5, $6, $7) as x
                """)
                .With(tenant.TenantId)
                .WithColumn(chunk, f => f.Trip)
                .WithColumn(chunk, f => f.Ordinal)
                .WithColumn(chunk, f => f.Fill.ExecutionId)
                .WithColumn(chunk, f => f.Fill.Quantity)
                .WithColumn(chunk, f => f.Fill.Fee)
                .WithColumn(chunk, f => f.Fill.Opens);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task InsertPositionsAsync(TenantTransaction transaction, IReadOnlyList<OpenPosition> positions, CancellationToken cancellationToken)
    {
        foreach (OpenPosition[] chunk in positions.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.open_positions (tenant_id, user_id, id, account_id, symbol, currency, side, quantity, average_price, multiplier, opened_at,
                    realised_gross, realised_fees)
                select $1, $2, x.* from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as x
                """)
                .With(tenant.TenantId).With(user.Id)
                .WithColumn(chunk, _ => Guid.CreateVersion7())
                .WithColumn(chunk, p => p.Position.AccountId)
                .WithColumn(chunk, p => p.Position.Symbol)
                .WithColumn(chunk, p => p.Position.Currency)
                .WithColumn(chunk, p => p.Side.ToString())
                .WithColumn(chunk, p => p.Quantity)
                .WithColumn(chunk, p => p.AveragePrice)
                .WithColumn(chunk, p => p.Multiplier)
                .WithColumn(chunk, p => p.OpenedAt)
                .WithColumn(chunk, p => p.RealisedGross)
                .WithColumn(chunk, p => p.RealisedFees);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed record NamedTrip(Guid Id, int Number, DateOnly ClosedOn, RoundTrip Trip);
}
