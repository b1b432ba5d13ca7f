using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Firstrade's history. Rows do not stand in the order of execution; the time stands in the description.</summary>
internal sealed class FirstradeHistory : ExecutionFormat
{
    public override string Id => "firstrade";

    public override Text Name => new("Firstrade history", "Firstrade 交易记录");

    // Below what a plugin made for the format states of itself, so that whoever installs one gets it.
    protected override int Score => 95;

    protected override string[] Signature => ["Symbol", "Quantity", "Price", "Action", "Description", "TradeDate", "SettledDate", "RecordType"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["TradeDate"],
        Symbol = ["Symbol"],
        Quantity = ["Quantity"],
        Price = ["Price"],
        Side = ["Action"],
        Fees = ["Commission", "Fee"],
    };

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells)
    {
        string description = cells.Text("Description");
        int at = description.IndexOf("EXEC TIME", StringComparison.OrdinalIgnoreCase);
        string clock = at < 0 ? string.Empty : new string([.. description[(at + 9)..].TrimStart(' ', ':').TakeWhile(letter => char.IsAsciiDigit(letter) || letter is ':' or '.')]);
        if (clock.Length == 0 || !TimeText.TryParseTime(clock, out TimeSpan time, out _))
        {
            return execution;
        }

        DateTime local = TimeZoneInfo.ConvertTime(execution.ExecutedAt, cells.Options.TimeZone).DateTime.Date + time;
        return execution with { ExecutedAt = ZonedTime.ToUtc(local, null, cells.Options.TimeZone) };
    }
}
