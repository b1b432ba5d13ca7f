using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>NinjaTrader's grid of executions in French.</summary>
internal sealed class NinjaTraderExecutionsFrench : ExecutionFormat
{
    public override string Id => "ninjatrader_executions_fr";

    public override Text Name => new("NinjaTrader executions (French)", "NinjaTrader 成交（法语）");

    protected override string[] Signature => ["Instrument", "Action", "Quantité", "Prix"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Heure", "Temps", "Date"],
        Symbol = ["Instrument"],
        Quantity = ["Quantité", "Qté"],
        Price = ["Prix"],
        Side = ["Action"],
        Fees = ["Commission", "Frais"],
        ExecutionId = ["ID"],
        Account = ["Compte"],
    };
}
