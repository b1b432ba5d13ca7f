using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>The formats that come with the journal.</summary>
internal static class ImportFormats
{
    /// <summary>One instance of each; they keep no state.</summary>
    public static readonly IReadOnlyList<ITradeImporter> All =
    [
        new AIWendyExport(),
        new TradervueGeneric(),
        new IbkrTrades(),
        new TradovatePerformance(),
        new TradovateOrders(),
        new TradovateFills(),
        new TopstepTrades(),
        new TopstepOrders(),
        new NinjaTraderTrades(),
        new NinjaTraderExecutions(),
        new NinjaTraderExecutionsFrench(),
        new RithmicOrders(),
        new RithmicPerformance(),
        new Thinkorswim(),
        new TradeStationOrders(),
        new TradeZeroExecutions(),
        new TradeZellaTrades(),
        new TastytradeTransactions(),
        new FirstradeHistory(),
        new SchwabTransactions(),
        new RobinhoodActivity(),
        new MetaTrader4(),
        new MetaTrader5(),
        new TradingViewTrades(),
        new TradeRepublic(),
        new Trading212History(),
        new DegiroAccount(),
        new SwissquoteTransactions(),
        new BuxTransactions(),
        new RevolutStocks(),
        new RevolutCrypto(),
        new CoinbaseTransactions(),
        new CryptoComTransactions(),
        new KrakenTrades(),
        new KucoinFills(),
        new BittrexOrders(),
        new HuobiTrades(),
        new ChineseDelivery(),
        new GhostfolioActivities(),
        new ExecutionsTable(),
        new InferredTable(),
        new WrongExports(),
    ];
}
