using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Journal.Tests.Engine.Statistics;

/// <summary>A list of closed trades of the shared test data, by closing time.</summary>
internal sealed record TradeList(IReadOnlyList<ClosedTrade> Trades, IReadOnlyList<(decimal Entry, decimal Exit)> Prices, decimal Start, JsonElement Expected)
{
    /// <summary>A list with its expected statistics, or <see langword="null"/> where the test data is absent.</summary>
    public static TradeList? Load(string name)
    {
        if (Fixtures.Find($"trades/{name}.csv") is not { } path)
        {
            return null;
        }

        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Fixtures.Find("trades/expected.json")!)).RootElement.GetProperty(name);
        (ClosedTrade Trade, decimal Entry, decimal Exit)[] rows =
            [.. File.ReadLines(path).Skip(1).Select(line => Read(line.Split(','))).OrderBy(row => row.Trade.ClosedAt)];
        return new TradeList([.. rows.Select(row => row.Trade)], [.. rows.Select(row => (row.Entry, row.Exit))], expected.GetProperty("start_balance").GetDecimal(), expected);
    }

    private static (ClosedTrade Trade, decimal Entry, decimal Exit) Read(string[] cells)
    {
        decimal Number(int column) => decimal.Parse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture);
        DateTimeOffset Time(int column) => DateTimeOffset.Parse(cells[column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        ClosedTrade trade = new(Guid.CreateVersion7(), cells[1], cells[2] == "buy" ? PositionSide.Long : PositionSide.Short, 0, Number(11), 0, Time(4), Time(5))
        {
            Quantity = Number(3),
        };
        return (trade, Number(6), Number(7));
    }
}

/// <summary>The statistics that a list should come to; remembers which were compared.</summary>
internal sealed class ExpectedStatistics(JsonElement values)
{
    private const decimal MoneyTolerance = 0.01m;
    private const decimal RatioTolerance = 0.0001m;

    private readonly HashSet<string> _read = ["note", "start_balance"];

    public IEnumerable<string> Unread => values.EnumerateObject().Select(property => property.Name).Except(_read);

    public JsonElement Read(string field)
    {
        _read.Add(field);
        return values.GetProperty(field);
    }

    // Lists in bitcoin have amounts below any cent: there the first four digits must agree too.
    public void Money(string field, decimal actual)
    {
        decimal expected = Number(Read(field));
        actual.Should().BeApproximately(expected, Math.Min(MoneyTolerance, Math.Max(Math.Abs(expected) * RatioTolerance, 0.00000001m)), field);
    }

    // Seconds are given to the millisecond.
    public void Ratio(string field, decimal actual) =>
        actual.Should().BeApproximately(Number(Read(field)), field.StartsWith("hold_me", StringComparison.Ordinal) ? 0.001m : RatioTolerance, field);

    public void Optional(string field, decimal? actual)
    {
        if (Read(field).ValueKind == JsonValueKind.Null)
        {
            actual.Should().BeNull(field);
            return;
        }

        Ratio(field, actual!.Value);
    }

    public void Day(string field, FigureValue actual)
    {
        JsonElement pair = Read(field);
        actual.Day.Should().Be(DateOnly.Parse(pair[0].GetString()!, CultureInfo.InvariantCulture), field);
        actual.Value.Should().BeApproximately(Number(pair[1]), MoneyTolerance, field);
    }

    public void Cells(string field, IReadOnlyList<BreakdownCell> actual)
    {
        JsonElement cells = Read(field);
        actual.Select(cell => cell.Key).Should().BeEquivalentTo(cells.EnumerateObject().Select(cell => cell.Name), field);
        foreach (BreakdownCell cell in actual)
        {
            JsonElement expected = cells.GetProperty(cell.Key);
            (cell.N, cell.Wins).Should().Be((expected.GetProperty("n").GetInt32(), expected.GetProperty("wins").GetInt32()), $"{field} {cell.Key}");
            cell.Sum.Should().BeApproximately(Number(expected.GetProperty("net")), MoneyTolerance, $"{field} {cell.Key}");
        }
    }

    private static decimal Number(JsonElement value) => decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
