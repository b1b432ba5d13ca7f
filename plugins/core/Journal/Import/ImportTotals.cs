using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>What a file comes to by itself, to compare with the broker's own totals.</summary>
/// <param name="Symbols">Instruments, sorted.</param>
/// <param name="ByCurrency">Totals per currency, the one with most closed trades first.</param>
/// <param name="OpenPositions">What the file leaves open.</param>
internal sealed record ImportTotals(IReadOnlyList<string> Symbols, IReadOnlyList<CurrencyTotal> ByCurrency, IReadOnlyList<OpenPosition> OpenPositions)
{
    /// <summary>Computes the totals by FIFO.</summary>
    public static ImportTotals Of(IReadOnlyList<ParsedExecution> executions)
    {
        Dictionary<string, Guid> accounts = new(StringComparer.Ordinal);
        Book book = LotMatching.Build(executions.Select(execution => ToExecution(execution, accounts)));
        List<CurrencyTotal> totals = [];
        foreach (string currency in executions.Select(execution => execution.Currency).Distinct())
        {
            List<RoundTrip> trips = [.. book.RoundTrips.Where(trip => trip.Position.Currency == currency)];
            List<OpenPosition> open = [.. book.OpenPositions.Where(position => position.Position.Currency == currency)];
            totals.Add(new CurrencyTotal(
                currency,
                trips.Count,
                trips.Sum(trip => trip.Gross) + open.Sum(position => position.RealisedGross),
                trips.Sum(trip => trip.Fees) + open.Sum(position => position.RealisedFees))
            {
                Executions = executions.Count(execution => execution.Currency == currency),
                Buys = executions.Count(execution => execution.Currency == currency && execution.Side == FillSide.Buy),
                Sells = executions.Count(execution => execution.Currency == currency && execution.Side == FillSide.Sell),
                OpenPositions = open.Count,
            });
        }

        return new ImportTotals(
            [.. executions.Select(execution => execution.Symbol).Distinct().Order(StringComparer.Ordinal)],
            [.. totals.OrderByDescending(total => total.ClosedTrades).ThenBy(total => total.Currency, StringComparer.Ordinal)],
            book.OpenPositions);
    }

    private static Execution ToExecution(ParsedExecution execution, Dictionary<string, Guid> accounts)
    {
        string name = execution.AccountName ?? string.Empty;
        if (!accounts.TryGetValue(name, out Guid account))
        {
            accounts[name] = account = Guid.CreateVersion7();
        }

        return new Execution(
            Guid.Empty,
            new PositionKey(account, execution.Symbol, execution.Currency, execution.PairingKey),
            execution.Side,
            execution.Quantity,
            execution.Price,
            execution.Fee,
            execution.Multiplier,
            execution.ExecutedAt,
            execution.Sequence,
            execution.Row);
    }
}

/// <summary>Totals in one currency.</summary>
/// <param name="Currency">ISO code.</param>
/// <param name="ClosedTrades">Round trips that became flat.</param>
/// <param name="Gross">Realised before fees, partial closings included.</param>
/// <param name="Fees">Costs of what was closed.</param>
internal sealed record CurrencyTotal(string Currency, int ClosedTrades, decimal Gross, decimal Fees)
{
    /// <summary>Fills in the currency.</summary>
    public int Executions { get; init; }

    /// <summary>Purchases among them.</summary>
    public int Buys { get; init; }

    /// <summary>Sales among them.</summary>
    public int Sells { get; init; }

    /// <summary>Positions that the file leaves open.</summary>
    public int OpenPositions { get; init; }

    /// <summary>Realised after fees.</summary>
    public decimal Net => Gross - Fees;
}
