using System.Globalization;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>Writes numbers exactly as the journal's pages do: narrow currency symbols, U+2212 for minus, fixed decimals.</summary>
internal static class NumberText
{
    private const string Minus = "\u2212";
    private const string NoBreak = "\u00a0";

    /// <summary>A figure's value in its unit.</summary>
    public static string Of(decimal value, string unit, string? currency, string language) => unit switch
    {
        "money" => Money(value, currency ?? string.Empty),
        "percent" => Fixed(value, 1) + "%",
        "count" => Fixed(value, 0),
        "minutes" => language == Languages.Chinese ? Minutes(value) + " 分钟" : Minutes(value) + (Minutes(value) == "1" ? " minute" : " minutes"),
        "r" => Fixed(value, 2) + " R",
        _ => Fixed(value, 2),
    };

    /// <summary>An amount, e.g. <c>−$2,594.68</c>.</summary>
    public static string Money(decimal value, string currency)
    {
        (string symbol, int decimals) = currency switch
        {
            "USD" or "AUD" or "CAD" or "NZD" or "HKD" or "SGD" or "MXN" or "TWD" or "ARS" or "CLP" or "COP" => ("$", currency is "CLP" ? 0 : 2),
            "EUR" => ("€", 2),
            "GBP" => ("£", 2),
            "CNY" => ("¥", 2),
            "JPY" => ("¥", 0),
            "INR" => ("₹", 2),
            "KRW" => ("₩", 0),
            "BRL" => ("R$", 2),
            "SEK" or "NOK" or "DKK" => ("kr" + NoBreak, 2),
            { Length: 3 } => (currency + NoBreak, 2),
            _ => (string.Empty, 8),
        };
        string amount = decimals == 8
            ? Round(Math.Abs(value), 8).ToString("#,0.########", CultureInfo.InvariantCulture) + (currency.Length > 0 ? " " + currency : string.Empty)
            : symbol + Digits(Math.Abs(value), decimals);
        return Sign(value, decimals) + amount;
    }

    private static string Minutes(decimal value) => value == Math.Truncate(value) ? Fixed(value, 0) : Fixed(value, 1);

    private static string Fixed(decimal value, int decimals) => Sign(value, decimals) + Digits(Math.Abs(value), decimals);

    private static string Sign(decimal value, int decimals) => Round(value, decimals) < 0 ? Minus : string.Empty;

    private static string Digits(decimal value, int decimals) =>
        Round(value, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
