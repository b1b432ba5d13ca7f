using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Npgsql;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Orders of the list of trades.</summary>
internal enum TradeOrder
{
    /// <summary>Last closed first.</summary>
    Recent,

    /// <summary>First closed first.</summary>
    Oldest,

    /// <summary>Lowest net first.</summary>
    Worst,

    /// <summary>Highest net first.</summary>
    Best,
}

/// <summary>Where a page of trades ends: the sort value and id of its last trade.</summary>
internal sealed record TradeCursor(TradeOrder Order, string Value, Guid Id)
{
    /// <summary>The cursor behind a trade.</summary>
    public static TradeCursor After(TradeOrder order, TradeRow trade) => new(
        order,
        order is TradeOrder.Recent or TradeOrder.Oldest
            ? trade.ClosedAt.UtcTicks.ToString(CultureInfo.InvariantCulture)
            : trade.Net.ToString(CultureInfo.InvariantCulture),
        trade.Id);

    /// <summary>The text that clients send back.</summary>
    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Order}|{Value}|{Id:N}"));

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="ProblemException">Code <c>cursor_invalid</c>.</exception>
    public static TradeCursor? Parse(string? text, TradeOrder order)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        string[] parts = Cursors.Decode(text).Split('|');
        bool fits = parts.Length == 3 && parts[0] == order.ToString() && Guid.TryParseExact(parts[2], "N", out _)
            && (order is TradeOrder.Recent or TradeOrder.Oldest
                ? long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
                : decimal.TryParse(parts[1], NumberStyles.Number, CultureInfo.InvariantCulture, out _));
        return fits ? new TradeCursor(order, parts[1], Guid.ParseExact(parts[2], "N")) : throw Cursors.Invalid();
    }

    /// <summary>The condition that leaves out everything up to this place.</summary>
    public string Condition(NpgsqlCommand command)
    {
        string column = Order is TradeOrder.Recent or TradeOrder.Oldest
            ? TradeFilter.Condition(command, "(t.closed_at, t.id)", new DateTimeOffset(long.Parse(Value, CultureInfo.InvariantCulture), TimeSpan.Zero))
            : TradeFilter.Condition(command, "(t.net, t.id)", decimal.Parse(Value, CultureInfo.InvariantCulture));
        string id = TradeFilter.Condition(command, string.Empty, Id);
        string comparison = Order is TradeOrder.Recent or TradeOrder.Best ? "<" : ">";
        int dollar = column.LastIndexOf('$');
        return $"{column[..dollar]}{comparison} ({column[dollar..]},{id})";
    }
}

/// <summary>The outer form of cursors.</summary>
internal static class Cursors
{
    private const int Longest = 200;

    /// <summary>Encodes a place.</summary>
    public static string Encode(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <summary>Decodes a cursor.</summary>
    /// <exception cref="ProblemException">Code <c>cursor_invalid</c>.</exception>
    public static string Decode(string text)
    {
        byte[] bytes = new byte[Longest];
        return text.Length <= Longest && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Invalid();
    }

    /// <summary>The refusal of a cursor.</summary>
    public static ProblemException Invalid() => new(400, "cursor_invalid", "The cursor does not fit this list. Start again without one.");

    /// <summary>Checks the size of a page.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static int Limit(int? limit) => limit switch
    {
        null => 50,
        >= 1 and <= 200 => limit.Value,
        _ => throw ProblemException.Invalid("limit", Text.Of("“limit” must be between 1 and 200.", "“limit”必须在 1 到 200 之间。")),
    };
}

/// <summary>Reads orders of trades.</summary>
internal static class TradeOrders
{
    /// <summary>The order that a text names; recent when it names none.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static TradeOrder Parse(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "recent" => TradeOrder.Recent,
        "oldest" => TradeOrder.Oldest,
        "worst" => TradeOrder.Worst,
        "best" => TradeOrder.Best,
        _ => throw ProblemException.Invalid("order", Text.Of("“order” must be one of: recent, oldest, worst, best.", "“order”必须是以下之一：recent, oldest, worst, best。")),
    };
}
