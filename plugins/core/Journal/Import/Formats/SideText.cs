using System.Collections.Frozen;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Reads the words for buying and selling.</summary>
internal static class SideText
{
    private static readonly FrozenSet<string> Buys = new[]
    {
        "b", "buy", "bot", "bought", "long", "bc", "buytocover", "cover", "btc", "bto", "buytoopen", "buytoclose", "btc", "bid", "purchase", "achat", "compra", "kauf", "koop",
        "买", "买入", "证券买入", "buymarket", "marketbuy", "limitbuy", "stopbuy", "stoplimitbuy", "buytrade", "buylimit",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Sells = new[]
    {
        "s", "sell", "sld", "sold", "short", "ss", "sellshort", "shortsell", "sto", "stc", "selltoopen", "selltoclose", "ask", "sale", "vente", "venta", "verkauf", "verkoop",
        "卖", "卖出", "证券卖出", "sellmarket", "marketsell", "limitsell", "stopsell", "stoplimitsell", "selltrade", "selllimit",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word means bought (true) or sold (false); <see langword="null"/> when it is neither.</summary>
    public static bool? IsBuy(string text)
    {
        string word = Headings.Normalise(text);
        return Buys.Contains(word) ? true : Sells.Contains(word) ? false : null;
    }
}
