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
        new TopstepTrades(),
        new RobinhoodActivity(),
        new TradeRepublic(),
        new ExecutionsTable(),
    ];
}
