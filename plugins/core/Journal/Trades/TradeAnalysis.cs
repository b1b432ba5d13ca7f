using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Prices;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Figures with what they are figures of, and how trades of other currencies came in.</summary>
internal sealed record StatisticsResult(
    string? Currency, IReadOnlyList<CurrencyCount> Currencies, TradeFilter Filter, TradeView View, IReadOnlyList<FigureValue> Figures, Conversion? Conversion);

/// <summary>The one place where endpoints and coach tools get trades and figures, so that their numbers are equal.</summary>
internal sealed class TradeAnalysis(
    ITenantDatabase database, TradeReader reader, ClosedTradeReader closedTrades, DayShiftStore shifts, PriceBarStore prices, TradeConversion conversion, AnalysisCache cache, ITenantContext tenant, ICurrentUser user)
{
    /// <summary>Selects trades of the filter's currency, or of the one with most trades.</summary>
    public async Task<TradeSelection> SelectAsync(TradeFilter filter, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        long revision = await closedTrades.ReadRevisionAsync(transaction, cancellationToken);
        return await SelectAsync(transaction, filter, TradeDetail.Sizes, revision, cancellationToken);
    }

    /// <summary>Computes something from trades, or takes what was computed from the same state of the journal.</summary>
    /// <param name="filter">Which trades.</param>
    /// <param name="detail">How much of each.</param>
    /// <param name="subject">What is computed, with everything that it depends on beside the trades.</param>
    /// <param name="compute">Computes it; pure.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<T> ComputeAsync<T>(TradeFilter filter, TradeDetail detail, string subject, Func<TradeSelection, T> compute, CancellationToken cancellationToken)
        where T : class
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        long revision = await closedTrades.ReadRevisionAsync(transaction, cancellationToken);
        AnalysisKey key = new(tenant.TenantId, user.Id, revision, $"{subject}|{filter.Key()}");
        if (cache.Find<T>(key) is { } known)
        {
            return known;
        }

        TradeSelection selection = await SelectAsync(transaction, filter, detail, revision, cancellationToken);
        T result = compute(selection);
        cache.Keep(key, result);
        return result;
    }

    /// <summary>Every figure of a filter.</summary>
    public Task<StatisticsResult> StatisticsAsync(TradeFilter filter, TradeView view, CancellationToken cancellationToken) => ComputeAsync(
        filter,
        TradeDetail.Results,
        $"statistics|{view}",
        selection =>
        {
            IReadOnlyList<FigureValue> figures = Counted(TradeStatistics.Compute(selection.ClosedTrades, selection.Options(view)), selection);
            return new StatisticsResult(selection.Currency, selection.Currencies, selection.Filter, view, figures, selection.Conversion);
        },
        cancellationToken);

    /// <summary>Every figure of two periods of one filter, in the same currency.</summary>
    public async Task<(StatisticsResult First, StatisticsResult Other)> CompareAsync(
        TradeFilter filter, DateOnly? otherFrom, DateOnly? otherTo, TradeView view, CancellationToken cancellationToken)
    {
        StatisticsResult first = await StatisticsAsync(filter, view, cancellationToken);
        return (first, await StatisticsAsync(filter with { From = otherFrom, To = otherTo, Currency = first.Currency }, view, cancellationToken));
    }

    /// <summary>Results by day of a filter, with the equity that they start from, in the unit of the view.</summary>
    public Task<DailyResult> DaysAsync(TradeFilter filter, TradeView view, CancellationToken cancellationToken) => ComputeAsync(
        filter,
        TradeDetail.Results,
        $"days|{view}",
        selection =>
        {
            ResultSeries series = ResultSeries.Of(selection.ClosedTrades, selection.Options(view));
            return new DailyResult(selection.Currency, series.Start, Booked(DaySeries.Of(series), selection, view), view.Unit == ResultUnit.Money ? selection.Cash : []);
        },
        cancellationToken);

    /// <summary>What follows losses; how trades end and which side they were on is not filtered, or there would be nothing to compare.</summary>
    public async Task<(string? Currency, AfterLoss Result)> AfterLossAsync(TradeFilter filter, CancellationToken cancellationToken)
    {
        AfterLossResult result = await ComputeAsync(
            filter with { Outcome = null },
            TradeDetail.Sizes,
            "after-loss",
            selection => new AfterLossResult(selection.Currency, AfterLoss.Of(selection.ClosedTrades)),
            cancellationToken);
        return (result.Currency, result.Result);
    }

    /// <summary>Stored trades by their ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<TradeRow>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        Dictionary<Guid, TradeRow> rows = (await reader.FindAsync(transaction, ids, cancellationToken)).ToDictionary(row => row.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>The currency with most trades of the filter on any day, or <see langword="null"/> when there is no trade.</summary>
    public async Task<string?> MainCurrencyAsync(TradeFilter filter, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        long revision = await closedTrades.ReadRevisionAsync(transaction, cancellationToken);
        return await MainCurrencyAsync(transaction, filter, await reader.CountCurrenciesAsync(transaction, filter, cancellationToken), revision, cancellationToken);
    }

    /// <summary>Reads one page of trades.</summary>
    public async Task<(IReadOnlyList<TradeRow> Items, string? NextCursor)> PageAsync(
        TradeFilter filter, TradeOrder order, string? cursor, int limit, CancellationToken cancellationToken)
    {
        TradeCursor? after = TradeCursor.Parse(cursor, order);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        List<TradeRow> trades = await reader.ReadPageAsync(transaction, filter, order, after, limit + 1, cancellationToken);
        if (trades.Count <= limit)
        {
            return (trades, null);
        }

        trades.RemoveAt(limit);
        return (trades, TradeCursor.After(order, trades[^1]).Encode());
    }

    // What could not be converted is counted with every figure.
    private static IReadOnlyList<FigureValue> Counted(IReadOnlyList<FigureValue> figures, TradeSelection selection)
    {
        if (selection.Conversion is not { Missing: > 0 and int missing })
        {
            return figures;
        }

        FigureCoverage coverage = new(selection.ClosedTrades.Count, selection.ClosedTrades.Count + missing);
        FigureExclusion exclusion = new(FigureReasons.NoRate, missing);
        return [.. figures.Select(figure => figure with { Coverage = figure.Coverage is { } own ? own with { Total = own.Total + missing } : coverage, Exclusions = [.. figure.Exclusions, exclusion] })];
    }

    private static void AddExcursions(ClosedTrade[] trades, Dictionary<Guid, TradeExcursion> excursions)
    {
        for (int i = 0; i < trades.Length && excursions.Count > 0; i++)
        {
            if (excursions.TryGetValue(trades[i].Id, out TradeExcursion? excursion))
            {
                trades[i] = trades[i] with { Excursion = excursion };
            }
        }
    }

    // Each part of a position on its day. In R a part has no result of its own: there trades count on the day of their close.
    private static IReadOnlyList<DayResult> Booked(IReadOnlyList<DayResult> days, TradeSelection selection, TradeView view)
    {
        if (selection.Shifts.Count == 0 || view.Unit == ResultUnit.R || (view.Unit == ResultUnit.Percent && selection.StartBalance <= 0))
        {
            return days;
        }

        SortedDictionary<DateOnly, DayResult> booked = new(days.ToDictionary(day => day.Day));
        foreach (DayShift shift in selection.Shifts)
        {
            decimal money = selection.Filter.View == ResultView.Gross ? shift.Gross : shift.Gross - shift.Fees;
            decimal result = view.Unit == ResultUnit.Percent ? 100 * money / selection.StartBalance : money;
            DayResult day = booked.GetValueOrDefault(shift.Day) ?? new DayResult(shift.Day, 0, 0, 0, 0);
            booked[shift.Day] = day with { Result = day.Result + result };
        }

        return [.. booked.Values];
    }

    // Whether fees count decides which trades a filter finds only where it asks how they ended.
    private async Task<TradeSelection> SelectAsync(TenantTransaction transaction, TradeFilter filter, TradeDetail detail, long revision, CancellationToken cancellationToken)
    {
        TradeFilter read = filter.Outcome is null ? filter with { View = ResultView.Net } : filter;
        TradeSelection selection = await cache.ShareAsync(
            new AnalysisKey(tenant.TenantId, user.Id, revision, $"trades|{detail}|{read.Key()}"),
            () => ReadAsync(transaction, read, detail, revision, cancellationToken),
            cancellationToken);
        return selection.Filter.View == filter.View ? selection : selection with { Filter = selection.Filter with { View = filter.View }, Source = selection };
    }

    private async Task<TradeSelection> ReadAsync(TenantTransaction transaction, TradeFilter filter, TradeDetail detail, long revision, CancellationToken cancellationToken)
    {
        IReadOnlyList<AnalysisAccount> accounts = await closedTrades.ReadAccountsAsync(transaction, cancellationToken);
        TradeFilter any = filter with { Currency = null };
        ClosedTrade[]? guessed = null;
        List<CurrencyCount> currencies;
        string? guess = Guess(filter, accounts);
        if (guess is null)
        {
            currencies = await reader.CountCurrenciesAsync(transaction, filter, cancellationToken);
        }
        else
        {
            (guessed, currencies) = await closedTrades.ReadAsync(transaction, any, guess, detail, cancellationToken);
        }

        string? currency = filter.Base ?? filter.Currency ?? await MainCurrencyAsync(transaction, filter, currencies, revision, cancellationToken);
        TradeFilter chosen = filter with { Currency = currency };
        TradeFilter wanted = filter.Base is null ? chosen : any;
        ClosedTrade[] trades = currency is null ? []
            : guessed is not null && currency == guess ? guessed
            : await closedTrades.ReadAsync(transaction, wanted, detail, cancellationToken);
        if (detail == TradeDetail.Results && trades.Length > 0)
        {
            AddExcursions(trades, await prices.ReadExcursionsAsync(transaction, chosen, cancellationToken));
        }

        Conversion? converted = null;
        if (filter.Base is { } target)
        {
            (trades, converted) = await conversion.ConvertAsync(transaction, wanted, target, trades, cancellationToken);
        }

        IReadOnlyList<AccountCashFlow> cash = currency is null ? [] : await closedTrades.ReadCashAsync(transaction, cancellationToken);
        bool IsWanted(Guid account) => filter.AccountIds.Count == 0 || filter.AccountIds.Contains(account);
        return new TradeSelection(chosen, currencies, [.. accounts.Where(account => IsWanted(account.Id))], trades)
        {
            Marks = detail == TradeDetail.Marks ? await closedTrades.ReadMarksAsync(transaction, cancellationToken) : new Dictionary<Guid, TradeMark>(),
            Conversion = converted,
            Shifts = currency is null || filter.Base is not null ? [] : await shifts.ReadAsync(transaction, chosen, cancellationToken),
            Cash = [.. cash.Where(flow => flow.Currency == currency && IsWanted(flow.AccountId))],
        };
    }

    // Where all accounts have one currency their trades most likely have it too, and need not be counted before they are read.
    private static string? Guess(TradeFilter filter, IReadOnlyList<AnalysisAccount> accounts)
    {
        string[] found = [.. accounts.Where(account => filter.AccountIds.Count == 0 || filter.AccountIds.Contains(account.Id)).Select(account => account.Currency).Distinct()];
        return filter.Base is null && found is [{ } only] && (filter.Currency is null || filter.Currency == only) ? only : null;
    }

    // The days are left out, so that pages for different periods show the same currency.
    private async Task<string?> MainCurrencyAsync(TenantTransaction transaction, TradeFilter filter, List<CurrencyCount> counted, long revision, CancellationToken cancellationToken)
    {
        if (filter.From is null && filter.To is null)
        {
            return counted.FirstOrDefault()?.Code;
        }

        TradeFilter always = filter with { From = null, To = null };
        AnalysisKey key = new(tenant.TenantId, user.Id, revision, $"currencies|{always.Key()}");
        if (cache.Find<List<CurrencyCount>>(key) is not { } currencies)
        {
            currencies = await reader.CountCurrenciesAsync(transaction, always, cancellationToken);
            cache.Keep(key, currencies);
        }

        return currencies.FirstOrDefault()?.Code;
    }
}

/// <summary>What follows losses, and in which currency.</summary>
internal sealed record AfterLossResult(string? Currency, AfterLoss Result);

/// <summary>Results by day.</summary>
/// <param name="Currency">ISO code, or <see langword="null"/> when there is no trade at all.</param>
/// <param name="Start">Equity before the first day.</param>
/// <param name="Days">The days on which a trade closed.</param>
/// <param name="Cash">Money without a trade, by day; empty where results are not in money.</param>
internal sealed record DailyResult(string? Currency, decimal Start, IReadOnlyList<DayResult> Days, IReadOnlyList<AccountCashFlow> Cash);
