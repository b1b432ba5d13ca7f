using System.Globalization;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>Checks what people write. Every refusal names its field.</summary>
internal static class Inputs
{
    /// <summary>Longest name of anything.</summary>
    public const int LongestName = 80;

    /// <summary>Longest note.</summary>
    public const int LongestNote = 20_000;

    /// <summary>A text without space around it and with plain line ends; <see langword="null"/> when nothing is left.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static string? Text(string field, string? text, int longest)
    {
        string clean = text?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        if (clean.Length > longest)
        {
            throw Invalid(field, $"must have at most {longest} characters.", $"最多 {longest} 个字符。");
        }

        return clean.Any(IsForbidden) ? throw Invalid(field, "holds characters that can not be stored.", "含有无法保存的字符。") : clean.Length == 0 ? null : clean;
    }

    /// <summary>A name on one line.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static string Name(string field, string? text)
    {
        string name = text?.Trim() ?? string.Empty;
        return name.Length is > 0 and <= LongestName && !name.Any(char.IsControl)
            ? name
            : throw Invalid(field, $"must have 1 to {LongestName} characters.", $"必须有 1 到 {LongestName} 个字符。");
    }

    /// <summary>Short words, each once whatever its case, in their order.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static string[] Words(string field, IEnumerable<string?>? words, int most, int longest)
    {
        string[] clean = [.. (words ?? []).Select(word => Word(field, word, longest)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        return clean.Length <= most ? clean : throw Invalid(field, $"may hold at most {most} entries.", $"最多 {most} 项。");
    }

    /// <summary>One short word on one line; <see langword="null"/> when it is empty.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static string? Word(string field, string? word, int longest)
    {
        string clean = word?.Trim() ?? string.Empty;
        if (clean.Length > longest || clean.Any(character => char.IsControl(character) || character == '|'))
        {
            throw Invalid(field, $"must have at most {longest} characters each, on one line and without “|”.", $"每项最多 {longest} 个字符，不能换行，也不能含“|”。");
        }

        return clean.Length == 0 ? null : clean;
    }

    /// <summary>A step of a scale from 1 to 5.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static int? Scale(string field, int? value) =>
        value is null or (>= 1 and <= 5) ? value : throw Invalid(field, "must be between 1 and 5.", "必须在 1 到 5 之间。");

    /// <summary>A price or an amount.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static decimal? Amount(string field, decimal? value) =>
        value is null || Math.Abs(value.Value) <= NumberText.Largest ? value : throw Invalid(field, "is too large.", "数值太大。");

    /// <summary>An amount that is zero or more.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static decimal NotNegative(string field, decimal? value) =>
        (value ?? 0) is >= 0 and <= NumberText.Largest and decimal amount ? amount : throw Invalid(field, "must be zero or more.", "必须大于或等于零。");

    /// <summary>A day of the form yyyy-MM-dd.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static DateOnly Day(string field, string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Invalid(field, "must be a day such as 2025-01-31.", "必须是 2025-01-31 这样的日期。");

    /// <summary>One of the names of an enumeration, in any case.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static T OneOf<T>(string field, string? text) where T : struct, Enum
    {
        if (!string.IsNullOrEmpty(text) && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value))
        {
            return value;
        }

        string names = string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
        throw Invalid(field, $"must be one of: {names}.", $"必须是以下之一：{names}。");
    }

    /// <summary>A refusal of a field.</summary>
    public static ProblemException Invalid(string field, string en, string zh) => ProblemException.Invalid(field, Sdk.Localization.Text.Of($"“{field}” {en}", $"“{field}”{zh}"));

    private static bool IsForbidden(char character) => char.IsControl(character) && character is not ('\n' or '\t');
}
