using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace AIWendy.Host.Tests.Http;

public sealed class PipelineTests
{
    private sealed record Trade(string Symbol, int Quantity)
    {
        public required string Note { get; init; }
    }

    private static void Map(WebApplication app)
    {
        app.MapPost("/api/demo/trades", (Trade trade) => TypedResults.Ok(trade)).AllowPublic("test");
        app.MapPost("/api/demo/large", async (HttpRequest request) =>
        {
            using MemoryStream copy = new();
            await request.Body.CopyToAsync(copy);
            return TypedResults.Ok(copy.Length);
        }).AllowPublic("test").WithBodyLimit(2 * 1024 * 1024);
        app.MapGet("/api/demo/number/{id}", (Guid id) => TypedResults.Ok(id)).AllowPublic("test");
        app.MapGet("/api/demo/refused", IResult () => throw new ProblemException(409, "already_there", "It is there already.")
        {
            Errors = new Dictionary<string, string[]> { ["$.name"] = ["Taken."] },
            RetryAfter = TimeSpan.FromSeconds(1.2),
        }).AllowPublic("test");
        app.MapGet("/api/demo/invalid", IResult () => throw ProblemException.Invalid("name", Text.Of("The name is too long.", "名称太长。"))).AllowPublic("test");
        app.MapGet("/api/demo/broken", IResult () => throw new InvalidOperationException("Password=hunter2 at /etc/secret")).AllowPublic("test");
        app.MapGet("/api/demo/nul", IResult () => throw new InvalidOperationException("x", new PostgresException("invalid byte sequence", "ERROR", "ERROR", "22021")))
            .AllowPublic("test");
        app.MapGet("/api/demo/read", () => TypedResults.Ok(CallContext.Current!.UserId)).RequirePermission("demo.read");
        app.MapGet("/api/demo/unguarded", () => TypedResults.Ok("known people only"));
        app.MapPost("/api/demo/change", () => TypedResults.Ok()).RequirePermission("demo.read");
        app.MapGet("/api/demo/gone", async (HttpContext context) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }).AllowPublic("test");
        app.MapGet("/api/demo/many", () => TypedResults.Ok(Enumerable.Range(0, 2000).Select(number => $"number {number}"))).AllowPublic("test");
    }

    [Fact]
    public async Task Every_answer_carries_a_request_id_and_the_security_headers()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.GetAsync("/healthz/live");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.GetValues("X-Request-ID").Single().Should().HaveLength(32);
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("script-src 'self';").And.Contain("object-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe-eval");
        response.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        response.Headers.Contains("Server").Should().BeFalse();
    }

    [Theory]
    [InlineData("/healthz/live", "*/*", true)]
    [InlineData("/api/demo/many", "text/html,application/xhtml+xml", true)]
    [InlineData("/api/demo/many", "application/json", false)]
    public async Task What_speaks_of_documents_is_sent_wherever_a_browser_could_show_one(string path, string accept, bool sent)
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path).With("Accept", accept));
        foreach (string name in new[] { "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy" })
        {
            response.Headers.Contains(name).Should().Be(sent, name);
        }

        response.Headers.Contains("Content-Security-Policy").Should().BeTrue();
        response.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
    }

    [Fact]
    public async Task Request_ids_differ_and_are_told_to_endpoints()
    {
        await using TestHost host = await TestHost.StartAsync(map: app =>
            app.MapGet("/api/demo/trace", (HttpContext context) => TypedResults.Ok(context.TraceIdentifier)).AllowPublic("test"));
        HashSet<string> seen = [];
        for (int i = 0; i < 50; i++)
        {
            HttpResponseMessage response = await host.Client.GetAsync("/api/demo/trace");
            string id = response.Headers.GetValues("X-Request-ID").Single();
            seen.Add(id).Should().BeTrue();
            Guid.Parse(id).Version.Should().Be(7);
            (await response.Content.ReadFromJsonAsync<string>()).Should().Be(id);
        }
    }

    [Theory]
    [InlineData("0123456789-abc.DEF_", true)]
    [InlineData("short", false)]
    [InlineData("with space and more", false)]
    [InlineData("<script>alert(1)</script>", false)]
    public async Task A_request_id_of_the_caller_is_kept_when_it_is_plain(string id, bool kept)
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpResponseMessage response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/healthz/live").With("X-Request-ID", id));
        (response.Headers.GetValues("X-Request-ID").Single() == id).Should().Be(kept);
    }

    [Theory]
    [InlineData("{\"symbol\":", "invalid_json")]
    [InlineData("not json", "invalid_json")]
    [InlineData("", "invalid_request")]
    [InlineData("{\"symbol\":\"ES\",\"quantity\":\"many\",\"note\":\"\"}", "invalid_request")]
    [InlineData("{\"symbol\":\"ES\",\"quantity\":1}", "invalid_request")]
    [InlineData("[]", "invalid_request")]
    public async Task A_body_that_does_not_fit_is_a_clear_problem(string body, string code)
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.PostAsync("/api/demo/trades", new StringContent(body, Encoding.UTF8, "application/json"));
        await response.ShouldBeProblemAsync(400, code);
        host.Logs.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_field_is_named_by_its_path_and_no_type_name_leaks()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.PostAsync(
            "/api/demo/trades", new StringContent("{\"quantity\":\"many\"}", Encoding.UTF8, "application/json"));
        JsonElement problem = await response.ShouldBeProblemAsync(400, "invalid_request");
        problem.GetProperty("errors").TryGetProperty("$.quantity", out _).Should().BeTrue();
        problem.GetRawText().Should().NotContain("System.").And.NotContain("AIWendy.Host");

        response = await host.Client.PostAsync("/api/demo/trades", new StringContent("{\"quantity\":1}", Encoding.UTF8, "application/json"));
        problem = await response.ShouldBeProblemAsync(400, "invalid_request");
        problem.GetProperty("errors").TryGetProperty("$.note", out _).Should().BeTrue();
        problem.GetRawText().Should().NotContain("PipelineTests");
    }

    [Fact]
    public async Task Deep_json_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        string deep = new('[', 100_000);
        HttpResponseMessage response = await host.Client.PostAsync("/api/demo/trades", new StringContent(deep, Encoding.UTF8, "application/json"));
        await response.ShouldBeProblemAsync(400, "invalid_request");
        string nested = string.Concat(Enumerable.Repeat("{\"x\":", 200)) + "1" + new string('}', 200);
        response = await host.Client.PostAsync("/api/demo/trades", new StringContent(nested, Encoding.UTF8, "application/json"));
        await response.ShouldBeProblemAsync(400, "invalid_json");
        host.Logs.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task The_deep_fixture_is_refused()
    {
        if (Fixture("evil/json_deep.json") is not { } file)
        {
            return;
        }

        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.PostAsync("/api/demo/trades", new ByteArrayContent(await File.ReadAllBytesAsync(file))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        });
        await response.ShouldBeProblemAsync(400, "invalid_request");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=bogus")]
    public async Task A_wrong_content_type_is_a_clear_problem(string type)
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        using StringContent content = new("{}", Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        HttpResponseMessage response = await host.Client.PostAsync("/api/demo/trades", content);
        await response.ShouldBeProblemAsync(415, "unsupported_media_type");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_a_clear_problem()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.PostAsync(
            "/api/demo/trades", new StringContent("\"" + new string('a', 1024 * 1024) + "\"", Encoding.UTF8, "application/json"));
        await response.ShouldBeProblemAsync(413, "body_too_large");
        host.Logs.Errors.Should().BeEmpty();

        response = await host.Client.PostAsync("/api/demo/large", new ByteArrayContent(new byte[3 * 512 * 1024]));
        (await response.Content.ReadFromJsonAsync<long>()).Should().Be(3 * 512 * 1024);
        response = await host.Client.PostAsync("/api/demo/large", new ByteArrayContent(new byte[3 * 1024 * 1024]));
        await response.ShouldBeProblemAsync(413, "body_too_large");
    }

    [Fact]
    public async Task Unknown_addresses_methods_and_ids_are_clear_problems()
    {
        await using TestHost host = await TestHost.StartAsync(authenticationRequired: true, map: Map);
        await (await host.Client.GetAsync("/api/nothing/here")).ShouldBeProblemAsync(404, "not_found");
        await (await host.Client.PostAsync("/api/nothing/here", null)).ShouldBeProblemAsync(404, "not_found");
        await (await host.Client.DeleteAsync("/api/demo/trades")).ShouldBeProblemAsync(405, "method_not_allowed");
        JsonElement problem = await (await host.Client.GetAsync("/api/demo/number/not-a-guid")).ShouldBeProblemAsync(400, "invalid_request");
        problem.GetProperty("errors").TryGetProperty("id", out _).Should().BeTrue();
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code_fields_and_waiting_time()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.GetAsync("/api/demo/refused");
        JsonElement problem = await response.ShouldBeProblemAsync(409, "already_there");
        problem.GetProperty("detail").GetString().Should().Be("It is there already.");
        problem.GetProperty("errors").GetProperty("$.name")[0].GetString().Should().Be("Taken.");
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(2));
        host.Logs.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_fault_says_nothing_but_its_request_id_and_is_logged()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.GetAsync("/api/demo/broken");
        JsonElement problem = await response.ShouldBeProblemAsync(500, "internal_error");
        problem.GetRawText().Should().NotContain("hunter2");
        host.Logs.Entries.Should().ContainSingle(entry => entry.Exception is InvalidOperationException);
    }

    [Fact]
    public async Task A_character_that_the_database_does_not_take_is_the_callers_fault()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        await (await host.Client.GetAsync("/api/demo/nul")).ShouldBeProblemAsync(400, "invalid_text");
        host.Logs.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Problems_speak_the_language_of_the_caller()
    {
        await using TestHost host = await TestHost.StartAsync(authenticationRequired: true, map: Map);
        HttpResponseMessage response = await host.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "/api/demo/read").With("Accept-Language", "de, zh-CN;q=0.9, en;q=0.5"));
        JsonElement problem = await response.ShouldBeProblemAsync(401, "sign_in_required");
        problem.GetProperty("detail").GetString().Should().Be("请先登录。");

        response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/demo/invalid").With("Accept-Language", "zh-CN"));
        problem = await response.ShouldBeProblemAsync(400, "validation_failed");
        problem.GetProperty("detail").GetString().Should().Be("名称太长。");
        problem.GetProperty("errors").GetProperty("name")[0].GetString().Should().Be("名称太长。");
        problem = await (await host.Client.GetAsync("/api/demo/invalid")).ShouldBeProblemAsync(400, "validation_failed");
        problem.GetProperty("errors").GetProperty("name")[0].GetString().Should().Be("The name is too long.");
    }

    [Fact]
    public async Task Problems_before_any_endpoint_speak_the_language_of_the_caller_too()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/nowhere").With("Accept-Language", "zh-CN"));
        (await response.ShouldBeProblemAsync(404, "not_found")).GetProperty("detail").GetString().Should().Be("这个地址没有内容。");
    }

    [Fact]
    public async Task A_client_that_leaves_is_no_error()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        using CancellationTokenSource leave = new(TimeSpan.FromMilliseconds(200));
        Func<Task> call = () => host.Client.GetAsync("/api/demo/gone", leave.Token);
        await call.Should().ThrowAsync<OperationCanceledException>();
        await Eventually.Async(() => host.Logs.Entries.Any(entry => entry.Message.Contains("/api/demo/gone", StringComparison.Ordinal)));
        host.Logs.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task One_line_tells_of_a_request_without_its_query()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        await host.Client.GetAsync("/api/demo/read?token=abcdef");
        await Eventually.Async(() => host.Logs.Entries.Any(entry => entry.Message.StartsWith("GET /api/demo/read 200", StringComparison.Ordinal)));
        host.Logs.Entries.Should().NotContain(entry => entry.Message.Contains("abcdef", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Until_the_platform_is_up_the_api_asks_to_wait()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        host.Readiness.IsReady = false;
        HttpResponseMessage response = await host.Client.GetAsync("/api/platform");
        await response.ShouldBeProblemAsync(503, "starting");
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        (await host.Client.GetAsync("/healthz/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await host.Client.GetAsync("/healthz/ready")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Json_is_compressed_for_who_accepts_it()
    {
        await using TestHost host = await TestHost.StartAsync(map: Map);
        HttpResponseMessage response = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/demo/many").With("Accept-Encoding", "gzip"));
        response.Content.Headers.ContentEncoding.Should().Equal("gzip");
    }

    private static string? Fixture(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "..", "shared", "fixtures", path);
            if (File.Exists(Path.Combine(folder.FullName, "AIWendy.sln")))
            {
                return File.Exists(file) ? file : null;
            }
        }

        return null;
    }
}
