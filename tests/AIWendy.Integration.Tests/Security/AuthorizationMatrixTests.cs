using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Security.Api;
using FluentAssertions.Execution;

namespace AIWendy.Integration.Tests.Security;

/// <summary>
/// Asks every operation of the API as everybody who could ask, and holds the answers against what the permissions say and
/// against a file that people can read. Strangers ask for what is somebody else's by every way that takes an id.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class AuthorizationMatrixTests(PostgresFixture postgres)
{
    private static readonly ApiDocument Document = ApiDocument.Read(BuiltPlugins.Repository);
    private static readonly ApiCaller Caller = new(Document);

    [Fact]
    public async Task Everybody_gets_the_answer_that_the_matrix_says_and_nothing_tells_strangers_what_exists()
    {
        Stopwatch watch = Stopwatch.StartNew();

        // An operator with customers: the mode in which there are other tenants.
        await using ProductHost host = await ProductHost.StartAsync(
            postgres,
            signIn: true,
            ("DEPLOYMENT_MODE", "cloud"),
            ("AIWENDY_REGISTRATION", "open"),
            ("AIWENDY_ALLOW_PRIVATE_ENDPOINTS", "1"),
            ("AIWENDY_PUBLIC_URL", "http://localhost"),
            ("RATE_LIMIT_ENABLED", "0"));
        await using ProductHost guestHost = await ProductHost.StartAsync(postgres, signIn: false);
        using MatrixPeople people = await MatrixPeople.MeetAsync(postgres, host, guestHost);
        MatrixResources resources = await MatrixResources.MakeAsync(people);
        MatrixStrangers strangers = new(Document, Caller, people, resources);
        Dictionary<string, string> before = await strangers.OwnStateAsync();

        // Whoever reads that something is wrong wants all of it.
        using AssertionScope everything = new();
        List<MatrixRow> rows = [];
        foreach (ApiOperation operation in host.Served(Document))
        {
            ApiAnswer[] answers = await Task.WhenAll(people.Callers.Select(caller => Caller.CallAsync(caller, operation)));
            rows.Add(new MatrixRow(operation, [.. answers.Select(answer => answer.Access)], await strangers.OtherUserAsync(operation), await strangers.OtherTenantAsync(operation)));
        }

        await strangers.AskInQueriesAsync();
        await strangers.AskInBodiesAsync();
        (await strangers.OwnStateAsync()).Should().BeEquivalentTo(before, "strangers tried to change and to delete all of it");
        Judge(rows, await RolesAsync(people.Owner));
        MatrixFile.Compare(rows, Document.Operations);
        Console.WriteLine($"{rows.Count} operations asked by everybody in {watch.Elapsed.TotalSeconds:0.0} s; {rows.Count(row => row.OtherUser == "404")} of what is another user's, {rows.Count(row => row.OtherTenant == "404")} of another tenant's");
    }

    /// <summary>What holds for every row, whatever the file says.</summary>
    private static void Judge(List<MatrixRow> rows, Dictionary<string, HashSet<string>> roles)
    {
        rows.Count.Should().BeGreaterThan(150);
        foreach (MatrixRow row in rows)
        {
            string? permission = row.Operation.Permission;
            string closed = permission is null ? "yes" : "401";
            string Of(string role) => permission is null || roles[role].Contains(permission) ? "yes" : "403";
            string[] expected = [closed, closed, "401", permission is null or "platform.use" ? "yes" : "403", "yes", Of("viewer"), Of("member"), Of("admin")];
            row.Access.Should().Equal(expected, "{0} demands {1}, and {2} ask", row.Operation.Name, permission ?? "nothing", string.Join(", ", MatrixPeople.Titles));
            row.OtherUser.Should().BeOneOf(["", "own", "400", "404", "422"], "another user must not learn of {0}", row.Operation.Name);
            row.OtherTenant.Should().BeOneOf(["", "own", "400", "403", "404", "422"], "another tenant must not learn of {0}", row.Operation.Name);
            if (IsOfTheInstallation(row.Operation.Path))
            {
                row.OtherTenant.Should().Be("403", "{0} is the operator's", row.Operation.Name);
            }
        }

        rows.Count(row => row.OtherUser == "404").Should().BeGreaterThan(40, "the sentences above must be about something");
        rows.Count(row => row.OtherTenant == "404").Should().BeGreaterThan(50, "the sentences above must be about something");
    }

    // What every tenant shares: another tenant's administrator must not even look.
    private static bool IsOfTheInstallation(string path) =>
        Array.Exists(["/api/admin/plugins", "/api/admin/feed", "/api/admin/licences", "/api/admin/publisher-keys", "/api/admin/settings"], path.StartsWith);

    /// <summary>The permissions of each role, as the product states them.</summary>
    private static async Task<Dictionary<string, HashSet<string>>> RolesAsync(HttpClient owner)
    {
        JsonNode roles = (await owner.GetFromJsonAsync<JsonNode>("/api/admin/roles"))!;
        return roles["items"]!.AsArray().ToDictionary(
            role => (string)role!["role"]!,
            role => role!["permissions"]!.AsArray().Select(item => (string)item!["key"]!).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>What everybody gets of one operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Access">Answers to everybody of <see cref="MatrixPeople.Titles"/>.</param>
/// <param name="OtherUser">Status for another user of the tenant, or empty where nothing belongs to a person.</param>
/// <param name="OtherTenant">The same for another tenant.</param>
internal sealed record MatrixRow(ApiOperation Operation, IReadOnlyList<string> Access, string OtherUser, string OtherTenant);
