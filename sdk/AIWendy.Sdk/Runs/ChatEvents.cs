using System.Text.Json.Nodes;

namespace AIWendy.Sdk.Runs;

/// <summary>The events of a coach's answer, so that every producer writes them alike.</summary>
public static class ChatEvents
{
    /// <summary>A piece of the answer's text.</summary>
    public static RunEvent Delta(string text) => Create("delta", new JsonObject { ["text"] = text });

    /// <summary>A piece of the model's thinking; never part of the answer.</summary>
    public static RunEvent Reasoning(string text) => Create("reasoning", new JsonObject { ["text"] = text });

    /// <summary>A tool call.</summary>
    /// <param name="callId">Pairs the events of one call.</param>
    /// <param name="name">Name of the tool.</param>
    /// <param name="title">What the tool does, in the user's language.</param>
    /// <param name="status"><c>running</c>, <c>done</c> or <c>failed</c>.</param>
    /// <param name="durationMs">How long it took; <see langword="null"/> while running.</param>
    public static RunEvent Tool(string callId, string name, string title, string status, long? durationMs = null) =>
        Create("tool", new JsonObject { ["callId"] = callId, ["name"] = name, ["title"] = title, ["status"] = status, ["durationMs"] = durationMs });

    /// <summary>Figures and trades that the answer may cite.</summary>
    public static RunEvent Evidence(JsonObject evidence) => Create("evidence", evidence);

    /// <summary>Tokens used.</summary>
    public static RunEvent Usage(long? inputTokens, long? outputTokens, string? model) =>
        Create("usage", new JsonObject { ["inputTokens"] = inputTokens, ["outputTokens"] = outputTokens, ["model"] = model });

    /// <summary>The end.</summary>
    /// <param name="finish"><c>stop</c>, <c>length</c>, <c>content_filter</c>, <c>refusal</c>, <c>cancelled</c> or <c>incomplete</c>.</param>
    public static RunEvent Done(string finish) => Create("done", new JsonObject { ["finish"] = finish });

    /// <summary>An error that the user sees; ends the run.</summary>
    /// <param name="code">Stable snake_case name.</param>
    /// <param name="message">Plain sentences, never text of the remote server.</param>
    /// <param name="retryAfterSeconds">How long to wait, when the other side says so.</param>
    /// <param name="retryable">Whether trying again may help.</param>
    public static RunEvent Error(string code, string message, double? retryAfterSeconds = null, bool retryable = true) =>
        Create("error", new JsonObject { ["code"] = code, ["message"] = message, ["retryAfter"] = retryAfterSeconds, ["retryable"] = retryable });

    private static RunEvent Create(string type, JsonObject data)
    {
        JsonObject body = new() { ["type"] = type };
        foreach ((string key, JsonNode? value) in data)
        {
            if (value is not null)
            {
                body[key] = value.DeepClone();
            }
        }

        return new RunEvent(type, body.ToJsonString());
    }
}
