using System.Globalization;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>Turns what is stored or computed into what clients see.</summary>
internal static class Bodies
{
    public static TradeBody ToBody(this TradeRow trade, IReadOnlyList<FillBody>? fills = null) => new(
        trade.Id,
        trade.Name,
        trade.AccountId,
        trade.Symbol,
        Lower(trade.Side),
        trade.Quantity,
        trade.EntryPrice,
        trade.ExitPrice,
        trade.Multiplier,
        trade.Gross,
        trade.Fees,
        trade.Net,
        trade.Currency,
        trade.OpenedAt,
        trade.ClosedAt,
        Lower(TradeOutcomes.Of(trade.Net)),
        trade.FillCount,
        fills);

    public static AccountBody ToBody(this AccountRow account) => new(
        account.Id,
        account.Name,
        account.Currency,
        account.TimeZone,
        account.StartBalance,
        account.IsSample,
        account.Trades,
        account.Executions,
        account.ExternalName,
        account.Broker,
        account.DayCutOff?.ToString("HH:mm", CultureInfo.InvariantCulture),
        Lower(account.LotMethod),
        account.BreakevenBand,
        account.ResetOn);

    public static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
