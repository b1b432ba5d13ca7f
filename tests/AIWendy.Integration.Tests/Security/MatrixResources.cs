using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AIWendy.Integration.Tests.Security;

/// <summary>What belongs to Ada, and what belongs to her tenant: one thing of every kind that an address can name.</summary>
internal sealed class MatrixResources
{
    /// <summary>Stands in every text that Ada wrote.</summary>
    public const string Mark = "canary-71c5";

    private const string Day = "2026-03-02";

    /// <summary>The smallest picture there is: one pixel.</summary>
    public const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private readonly Dictionary<string, string> own = [];
    private readonly Dictionary<string, string> ofTenant = [];

    /// <summary>Ada's things: ids by the part of the path before them.</summary>
    public IReadOnlyDictionary<string, string> Own => own;

    /// <summary>What the administrators of her tenant look after, which is nothing to another tenant.</summary>
    public IReadOnlyDictionary<string, string> OfTenant => ofTenant;

    /// <summary>Paths whose last part is a name that everybody may use for something of his own.</summary>
    public static bool IsNamed(string before) => before == "/api/journal/days";

    public static async Task<MatrixResources> MakeAsync(MatrixPeople people)
    {
        MatrixResources made = new();
        await made.JournalAsync(people.Ada);
        await made.OverlayAsync(people.Ada);
        await made.CoachingAsync(people.Ada);
        await made.AccountAsync(people.Ada);
        await made.TenantAsync(people);
        return made;
    }

    private async Task JournalAsync(HttpClient ada)
    {
        await PostAsync(ada, "/api/journal/sample");
        string account = Id(await PostAsync(ada, "/api/journal/accounts", new { name = Mark, currency = "USD", timeZone = "UTC", startBalance = 1000 }));
        own["/api/journal/accounts"] = account;
        own["/api/journal/accounts/{id}/cash"] = Id(await PostAsync(
            ada, $"/api/journal/accounts/{account}/cash", new { kind = "deposit", amount = 5, day = Day, note = Mark }));
        own["/api/journal/trades"] = Id((await GetAsync(ada, "/api/journal/trades"))["items"]![0]!);
        own["/api/journal/prop-rules"] = Id(await PostAsync(
            ada, "/api/journal/prop-rules", new { accountId = account, name = Mark, dailyLoss = 100, drawdown = "trailing" }));
        JsonNode check = await PostAsync(ada, "/api/journal/check-trade", new { accountId = account, symbol = "AAPL", side = "buy", quantity = 1 });
        own["/api/journal/check-trade"] = (string)check["checkId"]!;
        own["/api/journal/imports"] = Id(await UploadAsync(
            ada, "/api/journal/imports", "Date,Symbol,Side,Quantity,Price\n2026-01-02,AAPL,buy,1,10\n2026-01-02,AAPL,sell,1,11\n"u8.ToArray(), "trades.csv"));
        own["/api/journal/import-mappings"] = Id(await PostAsync(ada, "/api/journal/import-mappings", new
        {
            name = Mark,
            headings = new[] { "When", "What", "How many", "At" },
            choices = new { mapping = new { kind = "executions", columns = new { date = "When", symbol = "What", quantity = "How many", price = "At" } } },
        }));
    }

    private async Task OverlayAsync(HttpClient ada)
    {
        string trade = own["/api/journal/trades"];
        own["/api/journal/playbooks"] = Id(await PostAsync(ada, "/api/journal/playbooks", new { name = Mark }));
        own["/api/journal/projects"] = Id(await PostAsync(ada, "/api/journal/projects", new { name = Mark }));
        own["/api/journal/views"] = Id(await PostAsync(ada, "/api/journal/views", new { name = Mark, query = "side=long" }));
        own["/api/journal/screenshots"] = Id(await UploadAsync(
            ada, $"/api/journal/trades/{trade}/screenshots", Convert.FromBase64String(Pixel), "pixel.png"));
        await SendAsync(ada, HttpMethod.Patch, $"/api/journal/trades/{trade}", new { note = Mark, tags = new[] { Mark } });
        own["/api/journal/tags"] = Mark;
        await SendAsync(ada, HttpMethod.Put, $"/api/journal/days/{Day}", new { note = Mark });
        own["/api/journal/days"] = Day;
        string symbol = (string)(await GetAsync(ada, $"/api/journal/trades/{trade}"))["symbol"]!;
        await SendAsync(ada, HttpMethod.Put, $"/api/journal/instruments/{symbol}", new { multiplier = 2 });
        own["/api/journal/instruments"] = symbol;
    }

    private async Task CoachingAsync(HttpClient ada)
    {
        // Nothing listens there, so that the answer fails at once.
        string connection = Id(await PostAsync(ada, "/api/models/connections", new
        {
            kind = "openai",
            baseUrl = "http://127.0.0.1:9/v1",
            apiKey = "sk-" + Guid.NewGuid().ToString("N"),
            model = "test",
        }));
        own["/api/models/connections"] = connection;
        string coach = (string)(await GetAsync(ada, "/api/coaches")).AsArray()[0]!["id"]!;
        string conversation = Id(await PostAsync(ada, "/api/conversations", new { coachId = coach, connectionId = connection }));
        own["/api/conversations"] = conversation;
        await PostAsync(ada, $"/api/conversations/{conversation}/messages", new { text = Mark });
        JsonArray messages = (await GetAsync(ada, $"/api/conversations/{conversation}/messages"))["items"]!.AsArray();
        own["/api/conversations/{id}/messages"] = Id(messages[0]!);
        own["/api/runs"] = messages.Select(message => (string?)message!["runId"]).First(run => run is not null)!;
    }

    private async Task AccountAsync(HttpClient ada)
    {
        await PostAsync(ada, "/api/accounts/tokens", new { name = Mark, scopes = new[] { "platform.use" } });
        foreach (string list in (string[])["/api/accounts/tokens", "/api/accounts/sessions", "/api/accounts/passkeys"])
        {
            own[list] = Id((await GetAsync(ada, list))["items"]![0]!);
        }
    }

    private async Task TenantAsync(MatrixPeople people)
    {
        await PostAsync(people.Owner, "/api/admin/invitations", new { email = "eve@example.com", role = "member" });
        foreach (string list in (string[])["/api/admin/invitations", "/api/admin/mail", "/api/admin/sessions"])
        {
            ofTenant[list] = Id((await GetAsync(people.Owner, list))["items"]![0]!);
        }

        ofTenant["/api/admin/users"] = people.AdaId.ToString("D");
    }

    private static string Id(JsonNode body) => (string)body["id"]!;

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) => (await client.GetFromJsonAsync<JsonNode>(path))!;

    private static Task<JsonNode> PostAsync(HttpClient client, string path, object? body = null) => SendAsync(client, HttpMethod.Post, path, body);

    private static async Task<JsonNode> UploadAsync(HttpClient client, string path, byte[] content, string name)
    {
        ByteArrayContent file = new(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using MultipartFormDataContent form = new() { { file, "file", name } };
        using HttpResponseMessage answer = await client.PostAsync(path, form);
        return await ReadAsync(answer, path);
    }

    private static async Task<JsonNode> SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using HttpResponseMessage answer = await client.SendAsync(request);
        return await ReadAsync(answer, path);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, string path)
    {
        string text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue("{0} makes something for the others to ask about, and answered {1}", path, text);
        return text.StartsWith('{') ? JsonNode.Parse(text)! : new JsonObject();
    }
}
