using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AIWendy.Integration.Tests.Security.Api;

namespace AIWendy.Integration.Tests.Security;

/// <summary>Asks for what belongs to somebody else, and for the same where it does not exist: the answers must not differ.</summary>
internal sealed partial class MatrixStrangers(ApiDocument document, ApiCaller caller, MatrixPeople people, MatrixResources resources)
{
    /// <summary>Where an id of a query comes from.</summary>
    private static readonly Dictionary<string, string> Collections = new(StringComparer.Ordinal)
    {
        ["accountId"] = "/api/journal/accounts",
        ["projectId"] = "/api/journal/projects",
        ["setup"] = "/api/journal/playbooks",
        ["tag"] = "/api/journal/tags",
        ["connectionId"] = "/api/models/connections",
    };

    /// <summary>What somebody else of the tenant gets, as an owner, of what is Ada's.</summary>
    public async Task<string> OtherUserAsync(ApiOperation operation)
    {
        if (NamesOneOf(operation, resources.Own))
        {
            return await CompareAsync(people.OtherUser, operation, resources.Own);
        }

        if (IsList(operation) && !operation.Path.StartsWith("/api/admin/", StringComparison.Ordinal))
        {
            await DemandNothingOfAdaAsync(people.OtherUser, operation);
        }

        return "";
    }

    /// <summary>What the owner of another tenant gets of what is Ada's or her tenant's.</summary>
    public async Task<string> OtherTenantAsync(ApiOperation operation)
    {
        IReadOnlyDictionary<string, string>? known =
            NamesOneOf(operation, resources.Own) ? resources.Own : NamesOneOf(operation, resources.OfTenant) ? resources.OfTenant : null;
        if (known is not null)
        {
            return await CompareAsync(people.OtherTenant, operation, known);
        }

        if (IsList(operation))
        {
            await DemandNothingOfAdaAsync(people.OtherTenant, operation);
        }

        // What everybody may call is answered with the caller's own; what only the operator may do is not.
        return operation.Permission is null ? "" : (await caller.CallAsync(people.OtherTenant, operation)).Access is "403" ? "403" : "";
    }

    /// <summary>Narrows every answer down to something of Ada's, by each parameter of a query that takes an id.</summary>
    public async Task AskInQueriesAsync()
    {
        int asked = 0;
        foreach (ApiOperation operation in document.Operations.Where(operation => operation.Method == "GET"))
        {
            foreach (ApiParameter parameter in operation.Parameters.Where(parameter => parameter.In == "query" && Collections.ContainsKey(parameter.Name)))
            {
                string foreign = resources.Own[Collections[parameter.Name]];
                string unknown = parameter.Name == "tag" ? "no-such-tag" : Guid.CreateVersion7().ToString("D");
                foreach (HttpClient stranger in (HttpClient[])[people.OtherUser, people.OtherTenant])
                {
                    ApiAnswer ofAda = await caller.CallAsync(stranger, operation, query: $"?{parameter.Name}={foreign}");
                    ApiAnswer ofNobody = await caller.CallAsync(stranger, operation, query: $"?{parameter.Name}={unknown}");
                    DemandSame(operation.Name + " by " + parameter.Name, ofAda, foreign, ofNobody, unknown);
                }

                asked++;
            }
        }

        asked.Should().BeGreaterThan(20, "otherwise nothing was looked at");
    }

    /// <summary>Puts ids of Ada's into what strangers write, and into addresses under which only what is well-formed gets that far.</summary>
    public async Task AskInBodiesAsync()
    {
        string account = resources.Own["/api/journal/accounts"];
        string playbook = resources.Own["/api/journal/playbooks"];
        string project = resources.Own["/api/journal/projects"];
        string trade = resources.Own["/api/journal/trades"];
        string connection = resources.Own["/api/models/connections"];
        string coach = (string)(await people.OtherUser.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>("/api/coaches"))!.AsArray()[0]!["id"]!;
        foreach (HttpClient stranger in (HttpClient[])[people.OtherUser, people.OtherTenant])
        {
            await AskAsync(stranger, "/api/conversations", connection, id => JsonContent.Create(new { coachId = coach, connectionId = id }));
            await AskAsync(stranger, "/api/journal/check-trade", account, id => JsonContent.Create(new { accountId = id, symbol = "AAPL", side = "buy", quantity = 1 }));
            await AskAsync(stranger, "/api/journal/prop-rules", account, id => JsonContent.Create(new { accountId = id, name = "mine", dailyLoss = 1, drawdown = "trailing" }));
            await AskAsync(stranger, "/api/journal/trades/bulk", trade, id => JsonContent.Create(new { ids = new[] { id }, addTags = new[] { "mine" } }));
            await AskAsync(stranger, "/api/journal/trades/bulk", account, id => JsonContent.Create(new { filter = new { accountId = id }, addTags = new[] { "mine" } }));
            await AskAsync(stranger, "/api/journal/trades/bulk", playbook, id => JsonContent.Create(new { filter = new { symbol = "AAPL" }, playbookId = id }));
            await AskAsync(stranger, "/api/journal/trades/bulk", project, id => JsonContent.Create(new { filter = new { symbol = "AAPL" }, projectId = id }));
            await AskAsync(stranger, id => $"/api/journal/accounts/{id}", account, _ => JsonContent.Create(new { name = "mine", currency = "USD", timeZone = "UTC", startBalance = 1 }), HttpMethod.Put);
            await AskAsync(stranger, id => $"/api/journal/accounts/{id}/cash", account, _ => JsonContent.Create(new { kind = "deposit", amount = 5, day = "2026-03-02" }));
            await AskAsync(stranger, id => $"/api/journal/imports/{id}/reparse", resources.Own["/api/journal/imports"], _ => JsonContent.Create(new { timeZone = "UTC" }));
            await AskAsync(stranger, id => $"/api/journal/trades/{id}/screenshots", trade, _ => new MultipartFormDataContent
            {
                { new ByteArrayContent(Convert.FromBase64String(MatrixResources.Pixel)), "file", "pixel.png" },
            });
            await AskAsync(stranger, "/api/journal/imports", account, id => new MultipartFormDataContent
            {
                { new ByteArrayContent("Date,Symbol,Side,Quantity,Price\n2026-01-02,AAPL,buy,1,10\n"u8.ToArray()), "file", "trades.csv" },
                { new StringContent(id), "accountId" },
                { new StringContent("true"), "commit" },
            });
        }
    }

    /// <summary>Everything of Ada's as she sees it herself.</summary>
    public async Task<Dictionary<string, string>> OwnStateAsync()
    {
        Dictionary<string, string> state = [];
        foreach (ApiOperation operation in document.Operations.Where(operation => operation.Method == "GET" && !operation.Streams && NamesOneOf(operation, resources.Own)))
        {
            ApiAnswer answer = await caller.CallAsync(people.Ada, operation, resources.Own);
            state[operation.Name] = $"{(int)answer.Status} {answer.Text}";
        }

        foreach (string list in (string[])["/api/accounts/tokens", "/api/accounts/passkeys", "/api/models/connections", "/api/journal/views", "/api/journal/tags", "/api/journal/import-mappings", "/api/journal/prop-rules"])
        {
            state[list] = await people.Ada.GetStringAsync(list);
        }

        return state;
    }

    private async Task<string> CompareAsync(HttpClient stranger, ApiOperation operation, IReadOnlyDictionary<string, string> known)
    {
        ApiAnswer foreign = await caller.CallAsync(stranger, operation, known);
        ApiAnswer missing = await caller.CallAsync(stranger, operation);
        (foreign.Status, foreign.Code).Should().Be((missing.Status, missing.Code), "{0} tells strangers that it exists: {1}", operation.Name, foreign.Text);
        foreign.Text.Should().NotContain(MatrixResources.Mark, "{0} is answered with what Ada wrote", operation.Name);
        return (int)foreign.Status is 200 or 204 && MatrixResources.IsNamed(Before(operation))
            ? "own"
            : ((int)foreign.Status).ToString(CultureInfo.InvariantCulture);
    }

    private static Task AskAsync(HttpClient stranger, string path, string foreign, Func<string, HttpContent> body) =>
        AskAsync(stranger, _ => path, foreign, body);

    private static async Task AskAsync(
        HttpClient stranger, Func<string, string> path, string foreign, Func<string, HttpContent> body, HttpMethod? method = null)
    {
        string unknown = Guid.CreateVersion7().ToString("D");
        using HttpRequestMessage first = new(method ?? HttpMethod.Post, path(foreign)) { Content = body(foreign) };
        using HttpRequestMessage second = new(method ?? HttpMethod.Post, path(unknown)) { Content = body(unknown) };
        DemandSame($"{first.Method} {path("{id}")}", await ApiCaller.SendAsync(stranger, first), foreign, await ApiCaller.SendAsync(stranger, second), unknown);
    }

    private static void DemandSame(string what, ApiAnswer ofAda, string foreign, ApiAnswer ofNobody, string unknown)
    {
        ofAda.Text.Should().NotContain(MatrixResources.Mark, "{0} is answered with what Ada wrote", what);
        (ofAda.Status, Plain(ofAda.Text, foreign)).Should().Be((ofNobody.Status, Plain(ofNobody.Text, unknown)), "{0} tells strangers that it exists", what);
    }

    // Ids that were made for the answer, and the number of the request, differ from call to call.
    private static string Plain(string text, string id) => Changing().Replace(text.Replace(id, "(it)", StringComparison.OrdinalIgnoreCase), "(…)");

    private async Task DemandNothingOfAdaAsync(HttpClient stranger, ApiOperation operation)
    {
        ApiAnswer answer = await caller.CallAsync(stranger, operation);
        answer.Text.Should().NotContain(MatrixResources.Mark, "{0} lists what Ada wrote", operation.Name);
        foreach ((string before, string id) in resources.Own.Where(pair => Guid.TryParse(pair.Value, out _)))
        {
            answer.Text.Should().NotContain(id, "{0} lists what Ada has under {1}", operation.Name, before);
        }
    }

    private static bool IsList(ApiOperation operation) => operation.Method == "GET" && !operation.Path.Contains('{', StringComparison.Ordinal) && !operation.Streams;

    private static bool NamesOneOf(ApiOperation operation, IReadOnlyDictionary<string, string> known) =>
        operation.Path.Contains('{', StringComparison.Ordinal) && known.ContainsKey(Before(operation));

    // Of the first parameter: who has no such account has none of its movements either.
    private static string Before(ApiOperation operation) => operation.Path[..operation.Path.IndexOf("/{", StringComparison.Ordinal)];

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+00:00)")]
    private static partial Regex Changing();
}
