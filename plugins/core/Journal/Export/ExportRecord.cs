using System.Globalization;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>A record as read back from an export of any format.</summary>
/// <param name="Row">Line, or number of the record.</param>
/// <param name="Kind">One of <see cref="ExportKinds"/>, or anything in a file that was tampered with.</param>
/// <param name="Values">Values that are there, by column.</param>
internal sealed record ExportRecord(int Row, string Kind, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A text, or <see langword="null"/>.</summary>
    public string? Text(string column) => Values.TryGetValue(column, out string? value) && value.Length > 0 ? value : null;

    /// <summary>A number, or <see langword="null"/> when it is absent or none.</summary>
    public decimal? Number(string column) =>
        decimal.TryParse(Text(column), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;

    /// <summary>A whole number, or <see langword="null"/>.</summary>
    public int? Count(string column) => Number(column) is { } value && value == decimal.Truncate(value) && Math.Abs(value) < int.MaxValue ? (int)value : null;

    /// <summary>A moment, or <see langword="null"/>.</summary>
    public DateTimeOffset? Moment(string column) =>
        DateTimeOffset.TryParse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment) ? moment : null;

    /// <summary>A day, or <see langword="null"/>.</summary>
    public DateOnly? Day(string column) => DateOnly.TryParseExact(Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>The words of one cell.</summary>
    public string[] Words(string column) => Text(column)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
