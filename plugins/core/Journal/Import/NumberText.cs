using System.Globalization;
using System.Text;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>
/// Reads the numbers that brokers write: currency signs and codes, thousands separators of any kind, decimal commas,
/// negatives as parentheses, with a leading, trailing or typographic minus.
/// </summary>
/// <param name="decimalSeparator">Point or comma, for numbers that do not show it by themselves.</param>
internal sealed class NumberText(char decimalSeparator)
{
    /// <summary>Point or comma.</summary>
    public char DecimalSeparator => decimalSeparator;

    /// <summary>Larger magnitudes are no price, quantity or fee; they would overflow sums.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    /// <summary>Decides the decimal separator from values of the file; a semicolon file without evidence counts as comma.</summary>
    public static NumberText For(IEnumerable<string> values, char delimiter)
    {
        int points = 0;
        int commas = 0;
        foreach (string value in values)
        {
            string body = Body(value, out _, out _);
            int lastPoint = body.LastIndexOf('.');
            int lastComma = body.LastIndexOf(',');
            if (lastPoint >= 0 && lastComma >= 0)
            {
                _ = lastPoint > lastComma ? points++ : commas++;
            }
            else if (lastPoint >= 0 && !LooksGrouped(body, '.'))
            {
                points++;
            }
            else if (lastComma >= 0 && !LooksGrouped(body, ','))
            {
                commas++;
            }
        }

        bool comma = commas > points || (commas == points && points == 0 && delimiter == ';');
        return new NumberText(comma ? ',' : '.');
    }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="value">The value.</param>
    /// <param name="unit">Letters glued to the number, such as a coin or currency code; otherwise <see langword="null"/>.</param>
    public bool TryParse(string text, out decimal value, out string? unit)
    {
        if (decimalSeparator == '.' && IsPlain(text))
        {
            unit = null;
            return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        }

        value = 0;
        string body = Body(text, out bool negative, out unit);
        char separator = decimalSeparator;
        int lastPoint = body.LastIndexOf('.');
        int lastComma = body.LastIndexOf(',');
        if (lastPoint >= 0 && lastComma >= 0)
        {
            separator = lastPoint > lastComma ? '.' : ',';
        }
        else if (ShowsDecimals(body, lastPoint, lastComma) is { } shown)
        {
            separator = shown;
        }

        char group = separator == '.' ? ',' : '.';
        if (body.Contains(group) && !LooksGrouped(body.Split(separator)[0], group))
        {
            return false;
        }

        string plain = body.Replace(group.ToString(), string.Empty, StringComparison.Ordinal).Replace(separator, '.');
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(plain, Styles, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        value = negative ? -value : value;
        return true;
    }

    /// <summary>Reads a number whose unit does not matter.</summary>
    public bool TryParse(string text, out decimal value) => TryParse(text, out value, out _);

    // Most numbers of most files are digits with a point at most: they need no taking apart.
    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1]))
        {
            return false;
        }

        int points = 0;
        foreach (char character in text)
        {
            points += character == '.' ? 1 : 0;
            if (points > 1 || (character != '.' && !char.IsAsciiDigit(character)))
            {
                return false;
            }
        }

        return true;
    }

    // "0,76672417" and "12,5" can only be read one way, whatever the rest of the file does.
    private static char? ShowsDecimals(string body, int lastPoint, int lastComma)
    {
        int at = Math.Max(lastPoint, lastComma);
        if (at < 0 || body.IndexOfAny(['.', ',']) != at)
        {
            return null;
        }

        int before = body.AsSpan(0, at).TrimStart("-+0").Length;
        return before is 0 or > 3 || body.Length - at - 1 != 3 ? body[at] : null;
    }

    private static bool LooksGrouped(string body, char group)
    {
        string[] parts = body.TrimStart('-', '+').Split(group);
        return parts.Length > 1 && parts[0].Length is >= 1 and <= 3 && parts[0] != "0" && parts.Skip(1).All(part => part.Length == 3 && part.All(char.IsAsciiDigit));
    }

    // The number without sign decoration, spaces, currency signs and letters around it.
    private static string Body(string text, out bool negative, out string? unit)
    {
        StringBuilder body = new(text.Length);
        StringBuilder letters = new();
        bool minus = false;
        for (int i = 0; i < text.Length; i++)
        {
            char current = text[i];
            if (char.IsAsciiDigit(current) || current is '.' or ',')
            {
                body.Append(current);
            }
            else if (current is 'e' or 'E' && IsExponent(text, i))
            {
                body.Append('E').Append(text[++i] is '+' ? string.Empty : text[i].ToString());
            }
            else if (current is '-' or '\u2212' or '\u2013' or '(')
            {
                minus = true;
            }
            else if (char.IsLetter(current))
            {
                letters.Append(current);
            }
        }

        negative = minus;
        unit = letters.Length == 0 ? null : letters.ToString();
        return body.ToString();
    }

    private static bool IsExponent(string text, int at) =>
        at > 0 && at + 2 < text.Length && char.IsAsciiDigit(text[at - 1]) && (text[at + 1] is '-' or '+') && char.IsAsciiDigit(text[at + 2]);
}
