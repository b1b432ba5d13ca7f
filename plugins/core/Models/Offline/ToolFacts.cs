using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Models.Streaming;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>A figure that a tool returned.</summary>
internal sealed record Fact(string Id, decimal? Value, string Unit, int N, string? Reason, string? Currency, bool LowSample);

/// <summary>A trade that a tool returned.</summary>
internal sealed record TradeFact(string Id, string Number, string Symbol, string Side, decimal Net, string Currency);

/// <summary>Everything that the tools of this turn returned. The offline coach knows nothing else.</summary>
internal sealed class ToolFacts
{
    private readonly Dictionary<string, Fact> figures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<TradeFact>> trades = new(StringComparer.Ordinal);

    /// <summary>Names of the calls that gave a result, e.g. <c>journal_trades:worst</c>.</summary>
    public HashSet<string> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a call failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether the journal was read and holds no closed trade.</summary>
    public bool IsEmpty => Figure("trades") is { Value: 0 or null };

    /// <summary>A figure, or <see langword="null"/> when no tool returned it.</summary>
    public Fact? Figure(string id) => figures.GetValueOrDefault(id);

    /// <summary>A figure's value, or <see langword="null"/> when it is undefined or absent.</summary>
    public decimal? Value(string id) => Figure(id)?.Value;

    /// <summary>Trades of a list: <c>worst</c>, <c>best</c>, <c>recent</c> or <c>reentries</c>.</summary>
    public IReadOnlyList<TradeFact> Trades(string list) => trades.GetValueOrDefault(list) ?? [];

    /// <summary>Reads the calls after the user's last message and their results.</summary>
    public static ToolFacts Read(IReadOnlyList<ChatMessage> messages)
    {
        ToolFacts facts = new();
        Dictionary<string, FunctionCallContent> calls = new(StringComparer.Ordinal);
        for (int i = LastUser(messages) + 1; i < messages.Count; i++)
        {
            foreach (AIContent content in messages[i].Contents)
            {
                if (content is FunctionCallContent call)
                {
                    calls[call.CallId] = call;
                }
                else if (content is FunctionResultContent result && calls.TryGetValue(result.CallId, out FunctionCallContent? asked))
                {
                    facts.Take(asked, result);
                }
            }
        }

        return facts;
    }

    /// <summary>Position of the user's last message, or -1.</summary>
    public static int LastUser(IReadOnlyList<ChatMessage> messages)
    {
        for (int i = messages.Count - 1; i >= 0; i--)
        {
            if (messages[i].Role == ChatRole.User && messages[i].Text.Length > 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Name of a call with its order, so that two calls of one tool are told apart.</summary>
    public static string KeyOf(string tool, string? order) => order is null ? tool : tool + ":" + order;

    private void Take(FunctionCallContent call, FunctionResultContent result)
    {
        string? order = call.Arguments?.TryGetValue("order", out object? value) == true ? value?.ToString() : null;
        Answered.Add(KeyOf(call.Name, order));
        try
        {
            using JsonDocument document = JsonDocument.Parse(ChatMessages.ResultOf(result));
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.TryGetProperty("error", out _))
            {
                HasFailed = true;
                return;
            }

            ReadFigures(root);
            ReadTrades(root, order ?? "reentries");
        }
        catch (JsonException)
        {
            HasFailed = true;
        }
    }

    private void ReadFigures(JsonElement root)
    {
        string? currency = root.ReadString("currency");
        foreach (JsonProperty property in root.ReadObject("figures")?.EnumerateObject() ?? default)
        {
            JsonElement figure = property.Value;
            if (figure.ValueKind == JsonValueKind.Object)
            {
                decimal? value = Number(figure, "value");
                figures.TryAdd(property.Name, new Fact(
                    property.Name,
                    value,
                    figure.ReadString("unit") ?? "ratio",
                    (int)(Number(figure, "n") ?? 0),
                    figure.ReadString("reason"),
                    figure.ReadString("currency") ?? currency,
                    figure.ReadTrue("lowSample")));
            }
        }
    }

    private void ReadTrades(JsonElement root, string list)
    {
        string? currency = root.ReadString("currency");
        List<TradeFact> found = [];
        foreach (JsonElement trade in root.ReadArray("trades")?.EnumerateArray() ?? default)
        {
            if (trade.ReadString("id") is { } id && trade.ReadString("number") is { } number && Number(trade, "net") is { } net)
            {
                found.Add(new TradeFact(id, number, trade.ReadString("symbol") ?? string.Empty, trade.ReadString("side") ?? string.Empty, net, trade.ReadString("currency") ?? currency ?? string.Empty));
            }
        }

        if (found.Count > 0)
        {
            trades[list] = found;
        }
    }

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDecimal(out decimal number) => number,
            JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number,
            _ => null,
        } : null;
}
