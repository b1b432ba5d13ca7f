namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Reads currencies from codes, signs and pairs.</summary>
internal static class CurrencyText
{
    private static readonly (string Sign, string Code)[] Signs =
        [("US$", "USD"), ("HK$", "HKD"), ("A$", "AUD"), ("C$", "CAD"), ("NT$", "TWD"), ("R$", "BRL"), ("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "JPY"), ("￥", "CNY"), ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"), ("元", "CNY"), ("人民币", "CNY"), ("港币", "HKD"), ("美元", "USD")];

    // Longest first, so that USDT is not read as a pair that ends in something shorter.
    private static readonly string[] Quotes =
        ["FDUSD", "USDT", "USDC", "BUSD", "TUSD", "ZEUR", "ZUSD", "ZGBP", "ZJPY", "ZCAD", "XXBT", "XETH", "USD", "EUR", "GBP", "JPY", "CHF", "AUD", "CAD", "TRY", "BRL", "KRW", "DAI", "BTC", "XBT", "ETH", "BNB"];

    /// <summary>The code in a cell, or <see langword="null"/>.</summary>
    public static string? Code(string text) => text.Length is >= 3 and <= 5 && text.All(char.IsAsciiLetterOrDigit) ? text.ToUpperInvariant() : text.Length is > 0 and <= 4 ? OfAmount(text) : null;

    /// <summary>The currency that an amount carries as a sign or a code, or <see langword="null"/>.</summary>
    public static string? OfAmount(string text)
    {
        foreach ((string sign, string code) in Signs)
        {
            if (text.Contains(sign, StringComparison.Ordinal))
            {
                return code;
            }
        }

        string letters = new([.. text.Where(char.IsAsciiLetterUpper)]);
        return letters.Length is >= 3 and <= 5 && letters != "E" ? letters : null;
    }

    /// <summary>What prices of a pair are in: BTC/USDT, XRP-USDT, ETHUSDT, XXMRZEUR; otherwise <see langword="null"/>.</summary>
    public static string? QuoteOf(string pair)
    {
        int separator = pair.IndexOfAny(['/', '-', '_']);
        if (separator > 0)
        {
            string last = pair[(separator + 1)..].Split('-', '_', ':')[0];
            return Code(last);
        }

        string? quote = Quotes.FirstOrDefault(candidate => pair.Length > candidate.Length + 1 && pair.EndsWith(candidate, StringComparison.OrdinalIgnoreCase));
        return quote is ['Z' or 'X', _, _, _] ? (quote == "XXBT" ? "BTC" : quote[1..]) : quote;
    }

    /// <summary>What is bought or sold in a pair, or the pair itself.</summary>
    public static string BaseOf(string pair)
    {
        int separator = pair.IndexOfAny(['/', '-', '_']);
        if (separator > 0)
        {
            return pair[..separator];
        }

        string? quote = Quotes.FirstOrDefault(candidate => pair.Length > candidate.Length + 1 && pair.EndsWith(candidate, StringComparison.OrdinalIgnoreCase));
        return quote is null ? pair : pair[..^quote.Length];
    }
}
