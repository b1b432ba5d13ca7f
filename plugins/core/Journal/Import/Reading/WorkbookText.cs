using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>
/// Texts within workbooks. XML has no way to write some characters, and it turns line ends of one kind into another;
/// workbooks write them as <c>_x000D_</c>, and an underscore that would look like the beginning of one likewise.
/// </summary>
internal static partial class WorkbookText
{
    /// <summary>The text as a workbook holds it.</summary>
    public static string Encode(string text)
    {
        string marked = Lookalike().Replace(text, "_x005F_");
        return marked.All(IsPlain) ? marked : string.Concat(marked.Select(character => IsPlain(character) ? character.ToString() : string.Create(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_")));
    }

    /// <summary>The text behind <see cref="Encode"/>.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    private static bool IsPlain(char character) => (XmlConvert.IsXmlChar(character) && character != '\r') || char.IsSurrogate(character);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4})")]
    private static partial Regex Lookalike();
}
