using System.Collections.Frozen;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Reads the words for buying and selling.</summary>
internal static class SideText
{
    private static readonly FrozenSet<string> Buys = new[]
    {
        "b", "buy", "bot", "bought", "long", "l", "bc", "buytocover", "cover", "btc", "bto", "buytoopen", "buytoclose", "bid", "purchase", "buyopen", "buyclose", "longentry", "enterlong", "shortcover",
        "achat", "acheter", "compra", "comprar", "kauf", "kaufen", "gekauft", "koop", "acquisto", "kupno", "buylong", "购入", "купля", "покупка", "köp", "køb", "kjøp", "osto", "alış", "매수", "買", "買付", "買い", "現買", "買付現物", "現物買", "信用新規買", "新規買", "返済買", "買建", "買埋",
        "买", "买入", "证券买入", "买开", "买平", "买多", "开多", "平空", "做多", "多", "多头", "普通买入", "融资买入", "担保品买入", "限价买入", "市价买入", "申购", "基金申购", "配售申购", "配售中签", "新股入账",
        "buymarket", "marketbuy", "limitbuy", "stopbuy", "stoplimitbuy", "buytrade", "buylimit", "buystop", "advancedtradebuy", "recurringbuy", "youbought", "买入开仓", "买入平仓",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Sells = new[]
    {
        "s", "sell", "sld", "sold", "short", "ss", "sellshort", "shortsell", "sto", "stc", "selltoopen", "selltoclose", "ask", "sale", "sellopen", "sellclose", "shortentry", "entershort", "soldshort",
        "vente", "vendre", "venta", "vender", "venda", "verkauf", "verkaufen", "verkauft", "verkoop", "vendita", "sprzedaż", "продажа", "sälj", "salg", "myynti", "satış", "매도", "賣", "売", "売付", "売り", "現売", "売付現物", "現物売", "信用新規売", "新規売", "返済売", "売建", "売埋",
        "卖", "卖出", "证券卖出", "卖开", "卖平", "卖空", "开空", "平多", "做空", "空", "空头", "普通卖出", "融券卖出", "担保品卖出", "限价卖出", "市价卖出", "赎回", "基金赎回",
        "sellmarket", "marketsell", "limitsell", "stopsell", "stoplimitsell", "selltrade", "selllimit", "sellstop", "advancedtradesell", "yousold", "卖出开仓", "卖出平仓",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word means bought (true) or sold (false); <see langword="null"/> when it is neither.</summary>
    public static bool? IsBuy(string text)
    {
        string word = Headings.Normalise(text);
        return Buys.Contains(word) ? true : Sells.Contains(word) ? false : null;
    }
}
