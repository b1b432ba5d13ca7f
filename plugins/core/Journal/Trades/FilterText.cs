using System.Globalization;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Reads the texts of filters.</summary>
internal static class FilterText
{
    /// <summary>A word of at most a hundred characters, or <see langword="null"/> when there is none.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static string? Word(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= 100 && !text.Any(char.IsControl) ? text.Trim() : throw ProblemException.Invalid(field, Text.Of($"“{field}” is not valid.", $"“{field}”无效。"));
    }

    /// <summary>A day; of a time its day.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? DateOnly.FromDateTime(time.DateTime)
            : throw ProblemException.Invalid(field, Text.Of($"“{field}” must be a day such as 2025-01-31.", $"“{field}”必须是 2025-01-31 这样的日期。"));
    }

    /// <summary>One of the names of an enumeration, in any case.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static T? OneOf<T>(string field, string? text) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return !char.IsAsciiDigit(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value)
            ? value
            : throw ProblemException.Invalid(field, Text.Of($"“{field}” must be one of: {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}.", $"“{field}”必须是以下之一：{string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}。"));
    }

    /// <summary>A whole number within limits.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static int? Whole(string field, int? value, int least, int most) => value is null || (value >= least && value <= most)
        ? value
        : throw ProblemException.Invalid(field, Text.Of($"“{field}” must be between {least} and {most}.", $"“{field}”必须在 {least} 到 {most} 之间。"));

    /// <summary>A number that is not negative and not beyond what amounts can be.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static decimal? Amount(string field, decimal? value) => value is null or (>= 0 and <= 1_000_000_000_000)
        ? value
        : throw ProblemException.Invalid(field, Text.Of($"“{field}” must be between 0 and a trillion.", $"“{field}”必须在 0 到一万亿之间。"));
}
