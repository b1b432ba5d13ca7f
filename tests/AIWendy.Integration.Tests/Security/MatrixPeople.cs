using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Security.Api;
using AIWendy.Sdk;
using Npgsql;

namespace AIWendy.Integration.Tests.Security;

/// <summary>Everybody who could ask.</summary>
internal sealed class MatrixPeople : IDisposable
{
    /// <summary>Titles of the columns that say who is let in, in the order of <see cref="Callers"/>.</summary>
    public static readonly IReadOnlyList<string> Titles = ["Anonymous", "Revoked", "Expired", "Narrow", "Guest", "Viewer", "Member", "Admin"];

    private const string Password = "violet kettle 9";

    private readonly List<HttpClient> clients = [];

    /// <summary>Who is asked for by <see cref="Titles"/>.</summary>
    public IReadOnlyList<HttpClient> Callers { get; private set; } = [];

    /// <summary>The owner of the installation.</summary>
    public HttpClient Owner { get; private set; } = null!;

    /// <summary>A member to whom something belongs.</summary>
    public HttpClient Ada { get; private set; } = null!;

    /// <summary>Her id.</summary>
    public Guid AdaId { get; private set; }

    /// <summary>Somebody else in her tenant, who may do everything there: an owner.</summary>
    public HttpClient OtherUser { get; private set; } = null!;

    /// <summary>The owner of another tenant, who happens to have the id of Ada.</summary>
    public HttpClient OtherTenant { get; private set; } = null!;

    public static async Task<MatrixPeople> MeetAsync(PostgresFixture postgres, ProductHost host, ProductHost guestHost)
    {
        MatrixPeople people = new();
        await using NpgsqlConnection administrator =
            await postgres.ConnectAsAdministratorAsync(new NpgsqlConnectionStringBuilder(host.Settings.DatabaseUrl).Database!);
        Guid otherTenant = Guid.CreateVersion7();
        await ExecuteAsync(administrator, "insert into aiwendy.tenants (id, name) values ($1, 'Other')", otherTenant);

        HttpClient revoked = people.Keep(host.NewClient());
        await RegisterAsync(revoked, "owner@example.com");
        people.Owner = people.Keep(host.NewClient());
        await SignInAsync(people.Owner, "owner@example.com");
        await EndOthersAsync(people.Owner);
        people.Ada = people.Keep(host.NewClient());
        people.AdaId = await RegisterAsync(people.Ada, "ada@example.com");
        people.OtherUser = people.Keep(host.NewClient());
        Guid otherUser = await RegisterAsync(people.OtherUser, "mallory@example.com");
        (await people.Owner.PatchAsJsonAsync($"/api/admin/users/{otherUser}", new { role = "owner" })).EnsureSuccessStatusCode();
        people.OtherTenant = people.Keep(host.NewClient(Role.Owner, people.AdaId, otherTenant));
        await AddPasskeyAsync(administrator, people.AdaId);

        people.Callers =
        [
            people.Keep(host.NewClient()),
            revoked,
            await people.ExpiredAsync(host, administrator),
            people.Keep(await TokenAsync(host, people.Owner, ["platform.use"])),
            people.Keep(guestHost.NewClient()),
            .. new[] { Role.Viewer, Role.Member, Role.Admin }.Select(role => people.Keep(host.NewClient(role, Guid.CreateVersion7(), WellKnown.DefaultTenantId))),
        ];
        return people;
    }

    public void Dispose()
    {
        foreach (HttpClient client in clients)
        {
            client.Dispose();
        }
    }

    private HttpClient Keep(HttpClient client)
    {
        clients.Add(client);
        return client;
    }

    private async Task<HttpClient> ExpiredAsync(ProductHost host, NpgsqlConnection administrator)
    {
        HttpClient expired = Keep(await TokenAsync(host, Owner, ["platform.use", "platform.admin", "journal.read"]));
        (await ExecuteAsync(administrator, "update accounts.access_tokens set expires_at = now() - interval '1 second' where cardinality(scopes) > 1"))
            .Should().Be(1);
        return expired;
    }

    private static async Task<Guid> RegisterAsync(HttpClient browser, string email)
    {
        using HttpResponseMessage answer = await browser.PostAsJsonAsync("/api/accounts/register", new { email, password = Password });
        answer.EnsureSuccessStatusCode();
        return Guid.Parse((string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["user"]!["id"]!);
    }

    private static async Task SignInAsync(HttpClient browser, string email) =>
        (await browser.PostAsJsonAsync("/api/accounts/sign-in", new { email, password = Password })).EnsureSuccessStatusCode();

    private static async Task EndOthersAsync(HttpClient browser)
    {
        JsonNode sessions = (await browser.GetFromJsonAsync<JsonNode>("/api/accounts/sessions"))!;
        foreach (JsonNode? session in sessions["items"]!.AsArray().Where(session => !(bool)session!["current"]!))
        {
            (await browser.DeleteAsync($"/api/accounts/sessions/{session!["id"]}")).EnsureSuccessStatusCode();
        }
    }

    private static async Task<HttpClient> TokenAsync(ProductHost host, HttpClient owner, string[] scopes)
    {
        using HttpResponseMessage created = await owner.PostAsJsonAsync(
            "/api/accounts/tokens", new { name = string.Join(' ', scopes), scopes, expiresAt = DateTimeOffset.UtcNow.AddDays(1) });
        JsonNode token = (await created.Content.ReadFromJsonAsync<JsonNode>())!;
        HttpClient client = host.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["secret"]!);
        return client;
    }

    // No browser is here that could make one.
    private static Task<int> AddPasskeyAsync(NpgsqlConnection administrator, Guid userId) => ExecuteAsync(
        administrator,
        """
        insert into accounts.passkeys (tenant_id, id, user_id, credential_id, public_key, name, sign_count, is_user_verified, is_backup_eligible,
            is_backed_up, attestation_object, client_data_json, created_at)
        select tenant_id, gen_random_uuid(), id, '\x01', '\x02', 'phone', 0, true, false, false, '\x03', '\x04', now() from accounts.users where id = $1
        """,
        userId);

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string statement, params Guid[] values)
    {
        await using NpgsqlCommand command = new(statement, connection);
        foreach (Guid value in values)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value });
        }

        return await command.ExecuteNonQueryAsync();
    }
}
