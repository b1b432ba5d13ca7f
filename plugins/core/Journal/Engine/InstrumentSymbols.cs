using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Journal.Engine;

/// <summary>Recognises the notations of futures contracts.</summary>
internal static partial class FutureSymbol
{
    /// <summary>The product without its expiry, or <see langword="null"/> when the symbol is no future.</summary>
    /// <param name="symbol">As the file has it.</param>
    /// <param name="isFuture">Whether the file says that it is a future, so that a bare root counts too.</param>
    public static string? Root(string symbol, bool isFuture)
    {
        Match match = Contract().Match(symbol);
        if (match.Success)
        {
            return match.Groups["root"].Value.ToUpperInvariant();
        }

        return isFuture || IsExplicit(symbol) ? symbol.TrimStart('/', '@').ToUpperInvariant() : null;
    }

    /// <summary>Whether the notation itself says future: a leading slash or at sign.</summary>
    public static bool IsExplicit(string symbol) => symbol.Length > 1 && symbol[0] is '/' or '@';

    // MESH5, ESZ24, /MNQM2025, "MNQ DEC25", "MES 03-25", with an exchange behind a dot or colon.
    [GeneratedRegex(@"^[/@]?(?<root>[A-Z0-9]{1,4}?)(?:[FGHJKMNQUVXZ]\d{1,2}|[FGHJKMNQUVXZ]20\d\d| (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) ?'?\d{2}| \d{2}-\d{2,4})(?:[.:][A-Z]+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contract();
}

/// <summary>Recognises the notations of listed options.</summary>
internal static partial class OptionSymbol
{
    /// <summary>Whether the symbol names a listed option.</summary>
    public static bool IsOption(string symbol) => Notation().IsMatch(symbol);

    // OCC "AAPL  240119C00150000", "COIN 12/1/2023 Call $130.00", "SPY 20JAN24 470 C", ".SPY240119C470".
    [GeneratedRegex(@"^(?:\.?[A-Z.]{1,6} *\d{6}[CP][\d.]{1,9}|[A-Z.]{1,6} \d{1,2}/\d{1,2}/\d{2,4} (?:Call|Put) \$?[\d.,]+|[A-Z.]{1,6} \d{1,2} ?[A-Z]{3} ?\d{2,4} [\d.]+ (?:C|P|CALL|PUT)|[A-Z.]{1,6} [A-Z]{3} ?\d{2,4} [\d.]+ (?:C|P|CALL|PUT))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notation();
}
