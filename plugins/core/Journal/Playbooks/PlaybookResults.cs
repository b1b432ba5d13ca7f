using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Playbooks;

/// <summary>How a group of trades ended. Breakevens count in <paramref name="Trades"/> and in no rate.</summary>
/// <param name="Trades">Closed trades.</param>
/// <param name="Wins">Net above the account's breakeven band.</param>
/// <param name="Losses">Net below it.</param>
/// <param name="WinRate">Percent of wins among wins and losses, or <see langword="null"/> when there is neither.</param>
/// <param name="Low">Lower end of the 95 % Wilson interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="LowSample">Whether there are fewer than 20 wins and losses.</param>
internal sealed record HitRate(int Trades, int Wins, int Losses, decimal? WinRate, decimal? Low, decimal? High, bool LowSample)
{
    /// <summary>Computes the rate with the engine's interval.</summary>
    public static HitRate Of(int trades, int wins, int losses)
    {
        int decided = wins + losses;
        ConfidenceInterval? interval = decided == 0 ? null : Distributions.Wilson(wins, decided);
        return new HitRate(
            trades, wins, losses, decided == 0 ? null : 100m * wins / decided, interval?.Low, interval?.High, decided < FigureValue.LowSampleBelow);
    }
}

/// <summary>Counts how trades of a playbook ended, by whether each criterion was followed.</summary>
internal sealed class PlaybookResults(ICurrentUser user)
{
    private const string Trades = """
        from journal.trade_annotations a
        join journal.round_trips t on t.tenant_id = a.tenant_id and t.account_id = a.account_id and t.opening_key = a.opening_key
        join journal.accounts account on account.tenant_id = t.tenant_id and account.id = t.account_id
        where a.user_id = $1 and a.playbook_id = $2
        """;

    private const string Counts = """
        count(*)::int, (count(*) filter (where t.net > account.breakeven_band))::int, (count(*) filter (where t.net < -account.breakeven_band))::int
        """;

    /// <summary>All trades of the playbook.</summary>
    public async Task<HitRate> OfPlaybookAsync(TenantTransaction transaction, Guid playbookId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command($"select {Counts} {Trades}").With(user.Id).With(playbookId);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return HitRate.Of(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    /// <summary>The same by criterion: when it was followed and when it was not.</summary>
    public async Task<Dictionary<(string Criterion, bool Followed), HitRate>> OfCriteriaAsync(
        TenantTransaction transaction, Guid playbookId, IEnumerable<string> criteria, CancellationToken cancellationToken)
    {
        Dictionary<(string, bool), HitRate> rates = [];
        await using NpgsqlCommand command = transaction.Command($"""
            select criterion.id, criterion.id = any(a.criteria), {Counts}
            {Trades.Replace("where ", "cross join unnest($3) as criterion (id) where ", StringComparison.Ordinal)} group by 1, 2
            """).With(user.Id).With(playbookId).With(criteria.ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rates[(reader.GetString(0), reader.GetBoolean(1))] = HitRate.Of(reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4));
        }

        return rates;
    }
}
