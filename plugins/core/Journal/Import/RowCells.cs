using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>How the values of one table are written.</summary>
/// <param name="Numbers">Reads numbers.</param>
/// <param name="Order">Order of day and month.</param>
/// <param name="Options">Zone and currency for what the file leaves open.</param>
internal sealed record TableStyle(NumberText Numbers, DateOrder Order, ImportOptions Options);

/// <summary>
/// The cells of one row. The first cell that can not be read is remembered as the row's fault, so that readers need not
/// check each value.
/// </summary>
internal sealed class RowCells(ImportRow row, Headings headings, TableStyle style)
{
    /// <summary>Line of the file.</summary>
    public int Line => row.Line;

    /// <summary>Zone and currency for what the file leaves open.</summary>
    public ImportOptions Options => style.Options;

    /// <summary>The first cell that could not be read, or <see langword="null"/>.</summary>
    public FaultyRow? Fault { get; private set; }

    /// <summary>What is worth knowing about values that were read all the same.</summary>
    public ImportWarning? Warning { get; private set; }

    /// <summary>The headings of the table.</summary>
    public Headings Headings => headings;

    /// <summary>A cell's text by the first heading found among synonyms.</summary>
    public string Text(string heading, params ReadOnlySpan<string> synonyms) => Text(At(heading, synonyms));

    /// <summary>A number, or zero where the cell is empty or the column absent.</summary>
    public decimal NumberOrZero(string heading, params ReadOnlySpan<string> synonyms) => NumberOrZero(At(heading, synonyms));

    private int At(string heading, ReadOnlySpan<string> synonyms)
    {
        int position = headings.Find(heading);
        return position >= 0 ? position : headings.Find(synonyms);
    }

    /// <summary>A cell's text; empty where the column is absent or the cell is empty or a dash.</summary>
    public string Text(int column)
    {
        string text = column >= 0 && column < row.Cells.Count ? row.Cells[column] : string.Empty;
        return text is "-" or "--" or "N/A" or "n/a" ? string.Empty : text;
    }

    /// <summary>A text that must be there.</summary>
    public string Required(int column)
    {
        string text = Text(column);
        if (text.Length == 0)
        {
            Fail(column, "value_missing", "The cell is empty.", "单元格为空。");
        }

        return text;
    }

    /// <summary>A number that must be there.</summary>
    public decimal Number(int column)
    {
        string text = Required(column);
        return text.Length == 0 ? 0 : Parse(column, text);
    }

    /// <summary>A number, or zero where the cell is empty.</summary>
    public decimal NumberOrZero(int column)
    {
        string text = Text(column);
        return text.Length == 0 ? 0 : Parse(column, text);
    }

    /// <summary>A number with the letters glued to it, or <see langword="null"/> where the cell is empty.</summary>
    public (decimal Value, string? Unit)? NumberWithUnit(int column)
    {
        string text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (!style.Numbers.TryParse(text, out decimal value, out string? unit))
        {
            FailNumber(column, text);
        }

        return (value, unit);
    }

    /// <summary>A time in one cell, or a date in one and a time in another.</summary>
    public DateTimeOffset Time(int dateColumn, int timeColumn = -1)
    {
        string text = Required(dateColumn);
        if (text.Length == 0)
        {
            return default;
        }

        if (!TimeText.TryParse(text, style.Order, out DateTime local, out TimeSpan? offset))
        {
            Fail(dateColumn, "date_invalid", $"“{Shorten(text)}” is no date that can be read.", $"“{Shorten(text)}”不是可识别的日期。");
            return default;
        }

        string time = Text(timeColumn);
        if (time.Length > 0)
        {
            if (TimeText.TryParseTime(time, out TimeSpan ofDay, out TimeSpan? ownOffset))
            {
                local = local.Date + ofDay;
                offset ??= ownOffset;
            }
            else if (TimeText.TryParse(time, style.Order, out DateTime whole, out ownOffset))
            {
                local = whole;
                offset = ownOffset;
            }
            else
            {
                Fail(timeColumn, "time_invalid", $"“{Shorten(time)}” is no time that can be read.", $"“{Shorten(time)}”不是可识别的时间。");
                return default;
            }
        }

        if (offset is null && ZonedTime.Doubt(local, style.Options.TimeZone, Line) is { } doubt)
        {
            Warning = doubt;
        }

        return ZonedTime.ToUtc(local, offset, style.Options.TimeZone);
    }

    /// <summary>Remembers a remark on the row.</summary>
    public void Warn(string code, string en, string zh) => Warning ??= new ImportWarning(Line, code, new Text(en, zh));

    /// <summary>Marks the row as unreadable.</summary>
    public void Fail(int column, string code, string en, string zh)
    {
        string? heading = column >= 0 && column < headings.Cells.Count ? headings.Cells[column] : null;
        Fault ??= new FaultyRow(Line, heading, code, new Text(en, zh));
    }

    private decimal Parse(int column, string text)
    {
        if (!style.Numbers.TryParse(text, out decimal value))
        {
            FailNumber(column, text);
            return 0;
        }

        if (Math.Abs(value) > NumberText.Largest)
        {
            Fail(column, "number_too_large", $"“{Shorten(text)}” is too large for a price, a quantity or a fee.", $"“{Shorten(text)}”太大，不可能是价格、数量或费用。");
            return 0;
        }

        return value;
    }

    private void FailNumber(int column, string text) =>
        Fail(column, "number_invalid", $"“{Shorten(text)}” is no number.", $"“{Shorten(text)}”不是数字。");

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
