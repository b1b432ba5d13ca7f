using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>
/// Derives round trips, their fills and open positions from the fills of instruments, within the caller's transaction.
/// A round trip keeps its id and number as long as the same fill opens it, and gets its id again when that fill comes back.
/// </summary>
internal sealed class RoundTripStore(ITenantContext tenant, ICurrentUser user, ExecutionStore executions, DayShiftStore shifts)
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

        Dictionary<Guid, AccountConventions> conventions = await ConventionsAsync(transaction, cancellationToken);
        Book[] books = Match(await executions.ReadAsync(transaction, instruments, cancellationToken), conventions);
        await WriteAsync(transaction, instruments, conventions, books, null, cancellationToken);
    }

    /// <summary>Begins to match the first fills of instruments, while they are still being written.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="instruments">Instruments of which there is no fill yet.</param>
    /// <param name="coming">All the fills that they will have.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PendingBooks> BeginAsync(
        TenantTransaction transaction, IReadOnlyCollection<Instrument> instruments, IReadOnlyList<AssignedExecution> coming, CancellationToken cancellationToken)
    {
        Dictionary<Guid, AccountConventions> conventions = await ConventionsAsync(transaction, cancellationToken);
        Dictionary<string, decimal> multipliers = await executions.ReadMultipliersAsync(transaction, cancellationToken);
        return new PendingBooks(
            instruments,
            conventions,
            coming.ToDictionary(execution => execution.Id, execution => execution.Parsed.DedupeKey),
            Task.Run(() => Match(ExecutionStore.AsStored(coming, multipliers), conventions), cancellationToken));
    }

    /// <summary>Writes what <see cref="BeginAsync"/> began, once all the fills are there.</summary>
    public async Task FinishAsync(TenantTransaction transaction, PendingBooks pending, CancellationToken cancellationToken) =>
        await WriteAsync(transaction, pending.Instruments, pending.Conventions, await pending.Books, pending.Keys, cancellationToken);

    private static Book[] Match(IEnumerable<Execution> fills, Dictionary<Guid, AccountConventions> conventions) =>
        [.. fills.GroupBy(fill => conventions[fill.Position.AccountId].Method).Select(group => LotMatching.Build(group, group.Key))];

    private async Task WriteAsync(
        TenantTransaction transaction,
        IReadOnlyCollection<Instrument> instruments,
        Dictionary<Guid, AccountConventions> conventions,
        Book[] books,
        Dictionary<Guid, string>? keys,
        CancellationToken cancellationToken)
    {
        Dictionary<Guid, (Guid Id, int Number)> known = await ForgetAsync(transaction, instruments, cancellationToken);
        int next = await NextNumberAsync(transaction, known.Values, cancellationToken);
        RoundTrip[] closed = [.. books.SelectMany(book => book.RoundTrips).OrderBy(trip => trip.ClosedAt).ThenBy(trip => trip.OpenedAt)];
        keys ??= await executions.ReadKeysAsync(transaction, closed.Select(trip => trip.OpeningExecutionId), cancellationToken);
        List<NamedTrip> trips = new(closed.Length);
        foreach (RoundTrip trip in closed)
        {
            string key = keys[trip.OpeningExecutionId];
            (Guid id, int number) = known.TryGetValue(trip.OpeningExecutionId, out (Guid, int) kept)
                ? kept
                : (TradeIds.Of(tenant.TenantId, trip.Position.AccountId, key), next++);
            (TimeZoneInfo zone, TimeOnly? cutOff, _) = conventions[trip.Position.AccountId];
            trips.Add(new NamedTrip(id, number, TradingDays.Of(trip.ClosedAt, zone, cutOff), key, trip));
        }

        await InsertTripsAsync(transaction, trips, cancellationToken);
        await InsertFillsAsync(transaction, trips, cancellationToken);
        await InsertPositionsAsync(transaction, [.. books.SelectMany(book => book.OpenPositions)], cancellationToken);
        DateOnly Day(Guid account, DateTimeOffset at) => TradingDays.Of(at, conventions[account].Zone, conventions[account].CutOff);
        await shifts.ReplaceAsync(transaction, instruments, [.. books.SelectMany(book => DayShift.Of(book, Day))], cancellationToken);
        await FindEditsAsync(transaction, instruments, cancellationToken);
    }

    /// <summary>Rebuilds a whole account, after a change of its conventions.</summary>
    public async Task RebuildAccountAsync(TenantTransaction transaction, Guid accountId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select distinct account_id, symbol from journal.executions where user_id = $1 and account_id = $2")
            .With(user.Id).With(accountId);
        await RebuildAsync(transaction, await InstrumentsAsync(command, cancellationToken), cancellationToken);
    }

    /// <summary>Rebuilds an instrument in every account.</summary>
    public async Task RebuildSymbolAsync(TenantTransaction transaction, string symbol, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            select distinct e.account_id, e.symbol from journal.executions e
            join journal.accounts a on a.tenant_id = e.tenant_id and a.id = e.account_id where a.user_id = $1 and e.symbol = $2
            """).With(user.Id).With(symbol);
        await RebuildAsync(transaction, await InstrumentsAsync(command, cancellationToken), cancellationToken);
    }

    private static async Task<HashSet<Instrument>> InstrumentsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        HashSet<Instrument> instruments = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            instruments.Add(new Instrument(reader.GetGuid(0), reader.GetString(1)));
        }

        return instruments;
    }

    // A file that brings earlier fills can move the opening of a trade. Edits stay where they were made; the trade points
    // at the first of its opening fills that has any.
    private static async Task FindEditsAsync(TenantTransaction transaction, IReadOnlyCollection<Instrument> instruments, CancellationToken cancellationToken)
    {
        Instrument[] wanted = [.. instruments];
        await using NpgsqlCommand command = transaction.Command("""
            update journal.round_trips t set opening_key = found.opening_key
            from (
                select distinct on (f.round_trip_id) f.round_trip_id, a.opening_key
                from journal.trade_annotations a
                join journal.executions e on e.tenant_id = a.tenant_id and e.account_id = a.account_id and e.dedupe_key = a.opening_key
                join unnest($1, $2) as x (account_id, symbol) on e.account_id = x.account_id and e.symbol = x.symbol
                join journal.round_trips r on r.tenant_id = e.tenant_id and r.account_id = e.account_id and r.symbol = e.symbol
                join journal.round_trip_fills f on f.tenant_id = r.tenant_id and f.round_trip_id = r.id and f.execution_id = e.id and f.opens
                where not exists (select from journal.round_trips own
                        where own.tenant_id = a.tenant_id and own.account_id = a.account_id and own.opening_key = a.opening_key)
                    and not exists (select from journal.trade_annotations taken
                        where taken.tenant_id = r.tenant_id and taken.account_id = r.account_id and taken.opening_key = r.opening_key)
                order by f.round_trip_id, f.ordinal) found
            where t.id = found.round_trip_id
            """).WithColumn(wanted, instrument => instrument.AccountId).WithColumn(wanted, instrument => instrument.Symbol);
        await command.ExecuteNonQueryAsync(cancellationToken);
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

    private async Task<Dictionary<Guid, AccountConventions>> ConventionsAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<Guid, AccountConventions> conventions = [];
        await using NpgsqlCommand command = transaction.Command("select id, time_zone, day_cut_off, lot_method from journal.accounts where user_id = $1").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            conventions[reader.GetGuid(0)] = new AccountConventions(
                TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetFieldValue<TimeOnly>(2),
                Enum.Parse<LotMethod>(reader.GetString(3)));
        }

        return conventions;
    }

    private async Task InsertTripsAsync(TenantTransaction transaction, List<NamedTrip> trips, CancellationToken cancellationToken)
    {
        foreach (NamedTrip[] chunk in trips.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.round_trips (tenant_id, user_id, id, account_id, number, opening_execution_id, symbol, side, quantity, entry_price, exit_price,
                    multiplier, gross, fees, net, currency, opened_at, closed_at, closed_on, fill_count, opening_key)
                select $1, $2, x.* from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) as x
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
                .WithColumn(chunk, t => t.Trip.Fills.Count)
                .WithColumn(chunk, t => t.OpeningKey);
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

    private sealed record NamedTrip(Guid Id, int Number, DateOnly ClosedOn, string OpeningKey, RoundTrip Trip);
}

/// <summary>How an account counts.</summary>
/// <param name="Zone">Where its days are.</param>
/// <param name="CutOff">When they end; <see langword="null"/> for midnight.</param>
/// <param name="Method">Which lots are closed first.</param>
internal sealed record AccountConventions(TimeZoneInfo Zone, TimeOnly? CutOff, LotMethod Method);

/// <summary>Books that are being built.</summary>
internal sealed record PendingBooks(
    IReadOnlyCollection<Instrument> Instruments, Dictionary<Guid, AccountConventions> Conventions, Dictionary<Guid, string> Keys, Task<Book[]> Books);
