using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>NinjaTrader's grid of executions.</summary>
internal sealed class NinjaTraderExecutions : ExecutionFormat
{
    public override string Id => "ninjatrader_executions";

    public override Text Name => new("NinjaTrader executions", "NinjaTrader 成交");

    protected override string[] Signature => ["Instrument", "Action", "Quantity", "Price", "Time", "E/X"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Time"],
        Symbol = ["Instrument"],
        Quantity = ["Quantity"],
        Price = ["Price"],
        Side = ["Action"],
        Fees = ["Commission", "Fee"],
        ExecutionId = ["ID"],
        Account = ["Account", "Account display name"],
    };
}
