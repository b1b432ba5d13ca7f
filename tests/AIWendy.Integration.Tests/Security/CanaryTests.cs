using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Host.Data;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Security.Api;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AIWendy.Integration.Tests.Security;

/// <summary>Plants secrets wherever the product takes some, and looks for them wherever it writes or answers.</summary>
[Collection(PostgresCollection.Name)]
public sealed class CanaryTests(PostgresFixture postgres)
{
    private const string Password = "canary-password-71c4";
    private const string WrongPassword = "canary-wrong-password-71c4";
    private const string ModelKey = "sk-canaryModelKey71c4aaaabbbbcccc";
    private const string SecondKey = "sk-ant-canarySecondKey71c4aaaabbbb";
    private const string BearerToken = "canaryBearer71c4aaaabbbbccccdddd";
    private const string AuditSecret = "canary-in-audit-71c4";

    private static readonly string[] Planted = [Password, WrongPassword, ModelKey, SecondKey, BearerToken, AuditSecret];

    [Fact]
    public async Task No_secret_turns_up_in_a_log_an_answer_an_export_or_readable_in_the_database()
    {
        ConcurrentQueue<byte[]> telemetry = [];
        await using WebApplication model = await StartModelAsync(telemetry);
        StringBuilder answers = new();
        List<string> secrets = [.. Planted];
        string logs;
        string stored;
        await using (ProductHost host = await ProductHost.StartAsync(postgres, signIn: true, ("AIWENDY_LOG_LEVEL", "debug"), ("OTEL_EXPORTER_OTLP_ENDPOINT", model.Urls.First())))
        {
            using HttpClient client = host.NewClient();
            secrets.Add(await AccountAsync(client, answers));
            await ModelsAsync(client, model.Urls.First(), answers);
            await MistakesAsync(client, answers);
            await host.Services.GetRequiredService<IAuditLog>().AppendAsync(new AuditEvent("test.canary", "canary")
            {
                After = new JsonObject { ["apiKey"] = AuditSecret, ["list"] = new JsonArray(new JsonObject { ["password"] = AuditSecret }) },
                Details = new JsonObject { ["sent"] = $"Authorization: Bearer {BearerToken}" },
            });
            foreach (string export in (string[])["/api/admin/audit/export", "/api/admin/audit", "/api/admin/settings", "/api/models/connections", "/api/accounts/sessions", "/api/platform"])
            {
                await AskAsync(client, new HttpRequestMessage(HttpMethod.Get, export), answers, HttpStatusCode.OK);
            }

            stored = await StoredAsync(new NpgsqlConnectionStringBuilder(host.Settings.DatabaseUrl).Database!);
            host.Services.GetRequiredService<ILogger<CanaryTests>>().LogWarning("The end of the log for {Reason}", "canary");
            logs = await LogsAsync(host.LogFolder);
        }

        string sent = string.Concat(telemetry.Select(Encoding.Latin1.GetString));
        sent.Should().Contain("aiwendy.models", "figures of plugins are sent when the host stops");
        logs.Should().Contain("The end of the log").And.Contain("/api/accounts/sign-in", "otherwise nothing was looked at");
        stored.Should().Contain("test.canary").And.Contain("ada@example.com", "otherwise nothing was looked at");
        foreach (string secret in secrets)
        {
            Search(logs, secret, "the log");
            Search(answers.ToString(), secret, "an answer");
            Search(stored, secret, "the database");
            Search(sent, secret, "telemetry");
        }
    }

    // The whole text in a message would be longer than anybody reads.
    private static void Search(string text, string secret, string place)
    {
        int at = text.IndexOf(secret, StringComparison.Ordinal);
        (at < 0 ? string.Empty : text[Math.Max(0, at - 150)..at]).Should().BeEmpty("{0} stands in {1}, behind this", secret, place);
    }

    /// <summary>Registers, fails to sign in, signs in; returns the session's token.</summary>
    private static async Task<string> AccountAsync(HttpClient client, StringBuilder answers)
    {
        await AskAsync(client, Json(HttpMethod.Post, "/api/accounts/register", new { email = "ada@example.com", password = Password }), answers, HttpStatusCode.Created);
        await AskAsync(client, Json(HttpMethod.Post, "/api/accounts/sign-in", new { email = "ada@example.com", password = WrongPassword }), answers, HttpStatusCode.Unauthorized);
        await AskAsync(client, Json(HttpMethod.Post, "/api/accounts/register", new { email = "ada@example.com", password = WrongPassword }), answers, null);
        HttpResponseMessage signedIn = await AskAsync(client, Json(HttpMethod.Post, "/api/accounts/sign-in", new { email = "ada@example.com", password = Password }), answers, HttpStatusCode.OK);
        string cookie = signedIn.Headers.GetValues("Set-Cookie").First();
        return cookie.Split('=', 2)[1].Split(';')[0];
    }

    /// <summary>Connections to a server that repeats the key which it is sent, as real ones do.</summary>
    private static async Task ModelsAsync(HttpClient client, string address, StringBuilder answers)
    {
        foreach ((string kind, string key) in ((string, string)[])[("openai", ModelKey), ("anthropic", SecondKey)])
        {
            HttpResponseMessage created = await AskAsync(
                client, Json(HttpMethod.Post, "/api/models/connections", new { kind, apiKey = key, baseUrl = address + "/v1", model = "test" }), answers, HttpStatusCode.Created);
            string id = (string)(await created.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
            await AskAsync(client, new HttpRequestMessage(HttpMethod.Post, $"/api/models/connections/{id}/test"), answers, null);
            await AskAsync(client, Json(HttpMethod.Put, $"/api/models/connections/{id}", new { apiKey = key + " with a space" }), answers, HttpStatusCode.BadRequest);
        }
    }

    private static async Task MistakesAsync(HttpClient client, StringBuilder answers)
    {
        HttpRequestMessage bearer = new(HttpMethod.Get, "/api/me");
        bearer.Headers.Authorization = new AuthenticationHeaderValue("Bearer", BearerToken);
        await AskAsync(client, bearer, answers, null);
        await AskAsync(client, Json(HttpMethod.Post, "/api/accounts/password", new { current = WrongPassword, @new = "x" }), answers, null);
        HttpRequestMessage broken = new(HttpMethod.Post, "/api/accounts/sign-in")
        {
            Content = new StringContent($$"""{"email":"ada@example.com","password":"{{Password}}"x}""", Encoding.UTF8, "application/json"),
        };
        await AskAsync(client, broken, answers, HttpStatusCode.BadRequest);
        HttpRequestMessage typed = new(HttpMethod.Post, "/api/models/connections")
        {
            Content = new StringContent($$"""{"apiKey":{"a":"{{ModelKey}}"},"kind":["{{ModelKey}}"]}""", Encoding.UTF8, "application/json"),
        };
        await AskAsync(client, typed, answers, HttpStatusCode.BadRequest);
    }

    private static HttpRequestMessage Json(HttpMethod method, string path, object body) => new(method, path) { Content = JsonContent.Create(body) };

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpRequestMessage request, StringBuilder answers, HttpStatusCode? expected)
    {
        HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        if (expected is { } status)
        {
            response.StatusCode.Should().Be(status, text);
        }

        answers.AppendLine(text);
        return response;
    }

    /// <summary>Every row of every table as text.</summary>
    private async Task<string> StoredAsync(string database)
    {
        StringBuilder text = new();
        await using NpgsqlConnection administrator = await postgres.ConnectAsAdministratorAsync(database);
        List<string> tables = [];
        await using (NpgsqlCommand list = new("""
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not like 'pg\_%' and schemaname <> 'information_schema'
            """, administrator))
        await using (NpgsqlDataReader reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        tables.Should().HaveCountGreaterThan(30);
        foreach (string table in tables)
        {
            text.AppendLine((string?)await administrator.ScalarAsync($"select string_agg(t::text, ' ') from {table} t", CancellationToken.None));
        }

        return text.ToString();
    }

    private static async Task<string> LogsAsync(string folder)
    {
        StringBuilder text = new();
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(stream);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private static async Task<WebApplication> StartModelAsync(ConcurrentQueue<byte[]> telemetry)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Run(async context =>
        {
            if (context.Request.Path.StartsWithSegments("/v1/metrics"))
            {
                using MemoryStream body = new();
                await context.Request.Body.CopyToAsync(body);
                telemetry.Enqueue(body.ToArray());
                return;
            }

            string key = context.Request.Headers.Authorization.ToString() + context.Request.Headers["x-api-key"];
            context.Response.StatusCode = 401;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$"""{"error":{"message":"Incorrect API key provided: {{key}}","type":"invalid_request_error"} }""");
        });
        await app.StartAsync();
        return app;
    }
}
