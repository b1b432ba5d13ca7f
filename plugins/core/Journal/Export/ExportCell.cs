using System.Globalization;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>Writes values as text, and keeps spreadsheets from running them.</summary>
internal static class ExportCell
{
    /// <summary>Between the words of one cell.</summary>
    public const string Separator = " | ";

    /// <summary>A value in the form in which one cell holds it; <see langword="null"/> for an empty one.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        decimal number => Number(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateTime moment => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        string[] words => words.Length == 0 ? null : string.Join(Separator, words),
        _ => throw new InvalidOperationException($"Nothing says how to write a value of type {value.GetType()}."),
    };

    /// <summary>A number in plain digits, without trailing zeros.</summary>
    public static string Number(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>Whether a spreadsheet could take a text for a formula, or the text begins with the sign that says it is none.</summary>
    public static bool IsRisky(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\'' or '＝' or '＋' or '－' or '＠');

    /// <summary>A text that no spreadsheet runs.</summary>
    public static string Neutralise(string text) => IsRisky(text) ? "'" + text : text;

    /// <summary>The text behind <see cref="Neutralise"/>.</summary>
    public static string Restore(string text) => text.Length > 1 && text[0] == '\'' ? text[1..] : text;
}
