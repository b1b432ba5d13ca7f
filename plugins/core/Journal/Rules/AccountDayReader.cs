using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>An account's currency and days.</summary>
internal sealed record RuledAccount(Guid Id, string Currency, TimeZoneInfo Zone, TimeOnly? CutOff, decimal BreakevenBand);

/// <summary>Reads how accounts stand on their trading day.</summary>
internal sealed class AccountDayReader(ICurrentUser user)
{
    /// <summary>The caller's accounts.</summary>
    public async Task<IReadOnlyList<RuledAccount>> ReadAccountsAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        List<RuledAccount> accounts = [];
        await using NpgsqlCommand command = transaction.Command(
            "select id, currency, time_zone, day_cut_off, breakeven_band from journal.accounts where user_id = $1 order by created_at, id").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new RuledAccount(
                reader.GetGuid(0), reader.GetString(1), TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(2)), reader.OptionalValue<TimeOnly>(3), reader.GetDecimal(4)));
        }

        return accounts;
    }

    /// <summary>How an account stands on a trading day. What an open position realised counts on the day of its opening.</summary>
    public async Task<AccountDay> ReadAsync(TenantTransaction transaction, RuledAccount account, DayBounds day, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            select
                (select coalesce(sum(net), 0) from journal.round_trips where user_id = $1 and account_id = $2 and currency = $5 and closed_at >= $3 and closed_at < $4)
                + (select coalesce(sum(realised_gross - realised_fees), 0) from journal.open_positions
                    where user_id = $1 and account_id = $2 and currency = $5 and opened_at >= $3 and opened_at < $4),
                (select count(*)::int from journal.round_trips where user_id = $1 and account_id = $2 and closed_at >= $3 and opened_at >= $3 and opened_at < $4)
                + (select count(*)::int from journal.open_positions where user_id = $1 and account_id = $2 and opened_at >= $3 and opened_at < $4),
                (select max(closed_at) from journal.round_trips where user_id = $1 and account_id = $2 and net < -$6 and closed_at >= $3 - interval '1 day')
            """).With(user.Id).With(account.Id).With(day.Start).With(day.End).With(account.Currency).With(account.BreakevenBand);
        (decimal net, int trades, DateTimeOffset? lastLoss) = (0, 0, null);
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            net = reader.GetDecimal(0);
            trades = reader.GetInt32(1);
            lastLoss = await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(2);
        }

        return new AccountDay(net, trades, lastLoss, await ReadOpenAsync(transaction, account, cancellationToken));
    }

    private async Task<IReadOnlyList<HeldPosition>> ReadOpenAsync(TenantTransaction transaction, RuledAccount account, CancellationToken cancellationToken)
    {
        List<HeldPosition> positions = [];
        await using NpgsqlCommand command = transaction.Command("select symbol, side, quantity from journal.open_positions where user_id = $1 and account_id = $2")
            .With(user.Id).With(account.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            positions.Add(new HeldPosition(reader.GetString(0), Enum.Parse<PositionSide>(reader.GetString(1)), reader.GetDecimal(2)));
        }

        return positions;
    }
}
