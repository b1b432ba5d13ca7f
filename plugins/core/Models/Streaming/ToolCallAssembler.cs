using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>Puts tool calls together that arrive in pieces, with or without index and id.</summary>
internal sealed class ToolCallAssembler
{
    private const int Most = 64;

    private readonly List<Call> calls = [];

    /// <summary>How many calls have begun.</summary>
    public int Count => calls.Count;

    /// <summary>Adds a piece.</summary>
    /// <param name="index">Position as the server numbers it, or <see langword="null"/>.</param>
    /// <param name="id">Id, usually only in the first piece.</param>
    /// <param name="name">Name, usually only in the first piece.</param>
    /// <param name="arguments">Text that continues the arguments.</param>
    public void Add(int? index, string? id, string? name, string? arguments)
    {
        Call call = FindOrBegin(index, NullIfEmpty(id), NullIfEmpty(name));
        call.Id ??= NullIfEmpty(id);
        call.Name ??= NullIfEmpty(name);
        call.Arguments.Append(arguments);
    }

    /// <summary>Adds a call that arrives whole.</summary>
    public void AddWhole(string? id, string? name, string? arguments)
    {
        Call call = Begin(null);
        call.Id = NullIfEmpty(id);
        call.Name = name;
        call.Arguments.Append(arguments);
    }

    /// <summary>The finished calls; one without a name is no call.</summary>
    public IEnumerable<FunctionCallContent> Build()
    {
        HashSet<string> ids = [];
        foreach (Call call in calls)
        {
            if (string.IsNullOrWhiteSpace(call.Name))
            {
                continue;
            }

            string id = call.Id is { } given && ids.Add(given) ? given : NewId(ids);
            yield return Parse(id, call.Name.Trim(), call.Arguments.ToString());
        }
    }

    private Call FindOrBegin(int? index, string? id, string? name)
    {
        Call? same = index is null ? calls.LastOrDefault() : calls.LastOrDefault(call => call.Index == index);
        if (same is null)
        {
            return Begin(index);
        }

        // Some servers number every call 0 and tell them apart by id; some give neither and send each call whole.
        bool isOther = id is not null && same.Id is not null && id != same.Id;
        bool isNext = index is null && id is null && name is not null && same.Name is not null && same.Arguments.Length > 0;
        return isOther && calls.Find(call => call.Id == id) is { } known ? known : isOther || isNext ? Begin(index) : same;
    }

    private Call Begin(int? index)
    {
        if (calls.Count >= Most)
        {
            throw ModelErrors.TooLong();
        }

        Call call = new(index);
        calls.Add(call);
        return call;
    }

    private static FunctionCallContent Parse(string id, string name, string text)
    {
        try
        {
            return new FunctionCallContent(id, name, ParseArguments(text));
        }
        catch (JsonException failure)
        {
            return new FunctionCallContent(id, name) { Exception = failure };
        }
    }

    private static Dictionary<string, object?> ParseArguments(string text)
    {
        Dictionary<string, object?> result = [];
        if (string.IsNullOrWhiteSpace(text))
        {
            return result;
        }

        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        if (root.ValueKind == JsonValueKind.String)
        {
            // Encoded twice.
            return ParseArguments(root.GetString()!);
        }

        if (root.ValueKind == JsonValueKind.Null)
        {
            return result;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("The arguments are no JSON object.");
        }

        foreach (JsonProperty property in root.EnumerateObject())
        {
            result[property.Name] = property.Value.Clone();
        }

        return result;
    }

    private static string NewId(HashSet<string> taken)
    {
        string id = "call_" + Guid.NewGuid().ToString("N")[..16];
        taken.Add(id);
        return id;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed class Call(int? index)
    {
        public int? Index { get; } = index;

        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();
    }
}
