using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Security.Api;
using AIWendy.Sdk;

namespace AIWendy.Integration.Tests.Security;

/// <summary>
/// Asks every operation of the API as everybody who could ask, and holds the answers against a file that people can read.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class AuthorizationMatrixTests(PostgresFixture postgres)
{
    private static readonly Guid Ada = Guid.CreateVersion7();
    private static readonly ApiDocument Document = ApiDocument.Read(BuiltPlugins.Repository);
    private static readonly ApiCaller Caller = new(Document);

    [Fact]
    public async Task Everybody_gets_the_answer_that_the_matrix_says()
    {
        await using ProductHost host = await ProductHost.StartAsync(postgres, signIn: true);
        await using ProductHost guestHost = await ProductHost.StartAsync(postgres, signIn: false);
        using HttpClient anonymous = host.NewClient();
        using HttpClient revoked = await RevokedAsync(host);
        using HttpClient guest = guestHost.NewClient();
        using HttpClient viewer = host.NewClient(Role.Viewer, Guid.CreateVersion7(), WellKnown.DefaultTenantId);
        using HttpClient member = host.NewClient(Role.Member, Guid.CreateVersion7(), WellKnown.DefaultTenantId);
        using HttpClient admin = host.NewClient(Role.Admin, Guid.CreateVersion7(), WellKnown.DefaultTenantId);
        using HttpClient ada = host.NewClient(Role.Member, Ada, WellKnown.DefaultTenantId);
        using HttpClient otherUser = host.NewClient(Role.Owner, Guid.CreateVersion7(), WellKnown.DefaultTenantId);
        using HttpClient otherTenant = host.NewClient(Role.Owner, Ada, Guid.CreateVersion7());
        Dictionary<string, string> resources = await SeedAsync(ada);

        List<MatrixRow> rows = [];
        foreach (ApiOperation operation in Document.Operations)
        {
            ApiAnswer[] answers = await Task.WhenAll(
                Caller.CallAsync(anonymous, operation),
                Caller.CallAsync(revoked, operation),
                Caller.CallAsync(guest, operation),
                Caller.CallAsync(viewer, operation),
                Caller.CallAsync(member, operation),
                Caller.CallAsync(admin, operation));
            string? id = IdFor(operation, resources);
            rows.Add(new MatrixRow(operation, [.. answers.Select(answer => answer.Access)],
                id is null ? "" : await StrangerAsync(otherUser, operation, id), id is null ? "" : await StrangerAsync(otherTenant, operation, id)));
        }

        Judge(rows);
        foreach ((string collection, string id) in resources)
        {
            string still = await ada.GetStringAsync(collection);
            still.Should().Contain(id, "strangers tried to change and to delete it");
        }

        MatrixFile.Compare(rows);
    }

    /// <summary>What holds for every row, whatever the file says.</summary>
    private static void Judge(List<MatrixRow> rows)
    {
        rows.Should().HaveCountGreaterThan(60);
        foreach (MatrixRow row in rows)
        {
            string expected = row.Operation.Permission is null ? "yes" : "401";
            row.Access[0].Should().Be(expected, "an anonymous caller asks {0}", row.Operation.Name);
            row.Access[1].Should().Be(expected, "somebody whose session was revoked asks {0}", row.Operation.Name);
            row.Access[2].Should().Be("yes", "the guest may use {0}", row.Operation.Name);
            row.OtherUser.Should().BeOneOf(["", "400", "404"], "another user must not learn of {0}", row.Operation.Name);
            row.OtherTenant.Should().BeOneOf(["", "400", "404"], "another tenant must not learn of {0}", row.Operation.Name);
        }

        rows.Count(row => row.OtherUser == "404").Should().BeGreaterThan(8, "the sentence above must be about something");
    }

    /// <summary>What a stranger gets for what is somebody else's: the same as for what is not there.</summary>
    private static async Task<string> StrangerAsync(HttpClient stranger, ApiOperation operation, string id)
    {
        ApiAnswer foreign = await Caller.CallAsync(stranger, operation, id);
        ApiAnswer missing = await Caller.CallAsync(stranger, operation);
        (foreign.Status, foreign.Code).Should().Be((missing.Status, missing.Code), "{0} tells strangers that it exists", operation.Name);
        return ((int)foreign.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Gives Ada one of everything; returns the collections with the id of something in them.</summary>
    private static async Task<Dictionary<string, string>> SeedAsync(HttpClient ada)
    {
        (await ada.PostAsync("/api/journal/sample", null)).EnsureSuccessStatusCode();
        JsonNode coaches = (await ada.GetFromJsonAsync<JsonNode>("/api/coaches"))!;
        string coach = (string)coaches["items"]![0]!["id"]!;
        (await ada.PostAsJsonAsync("/api/conversations", new { coachId = coach })).EnsureSuccessStatusCode();
        (await ada.PostAsJsonAsync("/api/models/connections", new
        {
            kind = "openai",
            apiKey = "sk-" + Guid.NewGuid().ToString("N"),
            model = "gpt-5-mini",
        })).EnsureSuccessStatusCode();
        Dictionary<string, string> found = [];
        foreach (ApiOperation list in Document.Operations.Where(operation => operation.Method == "GET" && !operation.Path.Contains('{', StringComparison.Ordinal) && !operation.Streams))
        {
            ApiAnswer answer = await Caller.CallAsync(ada, list);
            if ((int)answer.Status == 200 && answer.Text.StartsWith('{')
                && JsonNode.Parse(answer.Text) is JsonObject page && page["items"] is JsonArray { Count: > 0 } items
                && items[0] is JsonObject first && first["id"] is JsonValue id && IsOwn(list.Path))
            {
                found[list.Path] = id.ToString();
            }
        }

        found.Keys.Should().Contain(["/api/conversations", "/api/journal/accounts", "/api/journal/trades", "/api/models/connections"]);
        return found;
    }

    // Coaches, formats and the like are the same for everybody.
    private static bool IsOwn(string collection) =>
        collection is not ("/api/coaches" or "/api/models/providers" or "/api/journal/formats") && !collection.StartsWith("/api/admin/", StringComparison.Ordinal)
        && !collection.StartsWith("/api/ui/", StringComparison.Ordinal);

    private static string? IdFor(ApiOperation operation, Dictionary<string, string> resources)
    {
        int parameter = operation.Path.IndexOf("/{", StringComparison.Ordinal);
        return parameter < 0 ? null : resources.GetValueOrDefault(operation.Path[..parameter]);
    }

    /// <summary>A browser whose session was ended elsewhere.</summary>
    private static async Task<HttpClient> RevokedAsync(ProductHost host)
    {
        HttpClient browser = host.NewClient();
        var credentials = new { email = "ada@example.com", password = "violet kettle 9" };
        (await browser.PostAsJsonAsync("/api/accounts/register", credentials)).EnsureSuccessStatusCode();
        using HttpClient second = host.NewClient();
        (await second.PostAsJsonAsync("/api/accounts/sign-in", credentials)).EnsureSuccessStatusCode();
        JsonNode sessions = (await second.GetFromJsonAsync<JsonNode>("/api/accounts/sessions"))!;
        foreach (JsonNode? session in sessions["items"]!.AsArray().Where(session => !(bool)session!["current"]!))
        {
            (await second.DeleteAsync($"/api/accounts/sessions/{session!["id"]}")).EnsureSuccessStatusCode();
        }

        return browser;
    }
}

/// <summary>What everybody gets of one operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Access">Answers to anonymous, revoked session, guest, viewer, member and admin.</param>
/// <param name="OtherUser">Status for another user of the tenant, or empty where nothing belongs to a person.</param>
/// <param name="OtherTenant">The same for another tenant.</param>
internal sealed record MatrixRow(ApiOperation Operation, IReadOnlyList<string> Access, string OtherUser, string OtherTenant);
