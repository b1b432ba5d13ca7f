using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace AIWendy.Coaching.Tests.Serving;

/// <summary>A person who talks to coaches over HTTP.</summary>
internal sealed class ChatClient(Uri address, Guid user, string language = "en", Guid? tenant = null) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public Guid User => user;

    /// <summary>The same person, after the host has moved.</summary>
    public ChatClient At(Uri moved) => new(moved, user, language, tenant);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, long? lastEventId = null)
    {
        HttpRequestMessage request = new(method, path);
        request.Headers.Add("X-Test-User", user.ToString());
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (tenant is not null)
        {
            request.Headers.Add("X-Test-Tenant", tenant.ToString());
        }

        if (lastEventId is { } id)
        {
            request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        }

        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<JsonNode> JsonAsync(HttpMethod method, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpResponseMessage response = await SendAsync(method, path, body);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(expected, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public Task<JsonNode> GetAsync(string path) => JsonAsync(HttpMethod.Get, path);

    /// <summary>The stable code of a refusal.</summary>
    public async Task<string> RefusedAsync(HttpMethod method, string path, object? body, HttpStatusCode status)
    {
        JsonNode problem = await JsonAsync(method, path, body, status);
        ((string?)problem["requestId"]).Should().NotBeNullOrEmpty();
        return (string)problem["code"]!;
    }

    public async Task<string> StartConversationAsync(string coach = "wendy") =>
        (string)(await JsonAsync(HttpMethod.Post, "/api/conversations", new { coachId = coach }, HttpStatusCode.Created))["id"]!;

    public Task<HttpResponseMessage> SayAsync(string conversation, string text, string? key = null) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{conversation}/messages", new { text, idempotencyKey = key });

    /// <summary>Says something and hears the answer to its end.</summary>
    public async Task<List<ChatEvent>> HearAsync(string conversation, string text)
    {
        using HttpResponseMessage response = await SayAsync(conversation, text);
        response.StatusCode.Should().Be(HttpStatusCode.OK, await (response.IsSuccessStatusCode ? Task.FromResult("") : response.Content.ReadAsStringAsync()));
        return await ReadAsync(response);
    }

    public async Task<JsonArray> MessagesAsync(string conversation) =>
        (await GetAsync($"/api/conversations/{conversation}/messages"))["items"]!.AsArray();

    public static Guid RunOf(HttpResponseMessage response) => Guid.Parse(response.Headers.GetValues("X-Run-Id").Single());

    /// <summary>Reads events until the stream ends or there are enough.</summary>
    public static async Task<List<ChatEvent>> ReadAsync(HttpResponseMessage response, Func<List<ChatEvent>, bool>? isEnough = null)
    {
        List<ChatEvent> events = [];
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
        long id = 0;
        while (isEnough?.Invoke(events) != true && await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = long.Parse(line[4..], CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add(new ChatEvent(id, JsonNode.Parse(line[6..])!.AsObject()));
            }
        }

        return events;
    }

    public void Dispose() => http.Dispose();
}

/// <summary>One event of an answer.</summary>
internal sealed record ChatEvent(long Id, JsonObject Data)
{
    public string Type => (string)Data["type"]!;

    public static string TextOf(IEnumerable<ChatEvent> events) =>
        string.Concat(events.Where(one => one.Type == "delta").Select(one => (string?)one.Data["text"]));
}
