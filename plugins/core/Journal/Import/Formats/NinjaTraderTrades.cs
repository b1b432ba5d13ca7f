using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>NinjaTrader's grid of trades, in English and French, with a title line above the headings or without one. The profit is before fees.</summary>
internal sealed class NinjaTraderTrades : ClosedTradeFormat
{
    public override string Id => "ninjatrader_trades";

    public override Text Name => new("NinjaTrader trades", "NinjaTrader 交易");

    protected override string[] Signature => ["Instrument", "Market pos.", "Entry price", "Exit price"];

    protected override ClosedTradeNames Names { get; } = new()
    {
        Symbol = ["Instrument"],
        Side = ["Market pos.", "Pos. marché", "Pos. de marché", "Position marché"],
        Quantity = ["Qty", "Quantity", "Qté", "Quantité"],
        EntryPrice = ["Entry price", "Prix d'entrée", "Prix entrée"],
        ExitPrice = ["Exit price", "Prix de sortie", "Prix sortie"],
        EnteredAt = ["Entry time", "Heure d'entrée", "Temps d'entrée", "Heure entrée"],
        ExitedAt = ["Exit time", "Heure de sortie", "Temps de sortie", "Heure sortie"],
        Gross = ["Profit", "Bénéfice"],
        Fees = ["Commission", "Clearing Fee", "Exchange Fee", "IP Fee", "NFA Fee", "Frais de compensation", "Frais de bourse", "Frais IP", "Frais NFA"],
        Account = ["Account", "Compte"],
    };

    protected override ImportRecognition? Match(Headings headings) =>
        headings.Find("Instrument") >= 0 && headings.Find(Names.Side) >= 0 && headings.Find(Names.EntryPrice) >= 0 && headings.Find(Names.ExitPrice) >= 0 && headings.Find(Names.EnteredAt) >= 0
            ? new ImportRecognition(100)
            : null;
}
