using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Models.Tests.Support;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk;
using Microsoft.Extensions.AI;

namespace AIWendy.Models.Tests.Providers;

/// <summary>Everything that a server may do wrong becomes the right code, and never text of the answer.</summary>
public sealed class FaultTests
{
    private const string Hello = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n";
    private const string Stop = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    [Theory]
    [InlineData(400, "{}", "model_bad_request", false)]
    [InlineData(400, """{"error":{"code":"context_length_exceeded","message":"too long"}}""", "model_bad_request", false)]
    [InlineData(401, "{}", "model_unauthorized", false)]
    [InlineData(403, "{}", "model_unauthorized", false)]
    [InlineData(402, "{}", "model_quota_exceeded", false)]
    [InlineData(429, """{"error":{"type":"insufficient_quota","code":"insufficient_quota","message":"quota"}}""", "model_quota_exceeded", false)]
    [InlineData(404, """{"error":{"message":"model 'x' not found"}}""", "model_not_found", false)]
    [InlineData(408, "", "model_timeout", true)]
    [InlineData(504, "<html>", "model_timeout", true)]
    [InlineData(429, "{}", "model_rate_limited", true)]
    [InlineData(500, "oops", "model_unavailable", true)]
    [InlineData(529, """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", "model_overloaded", true)]
    [InlineData(302, "", "model_bad_response", false)]
    public async Task Status_becomes_a_code_without_a_second_call(int status, string body, string code, bool retryable)
    {
        foreach (string protocol in (string[])["openai", "anthropic", "ollama"])
        {
            FakeServer server = new FakeServer().Status(status, body);

            Answer answer = await Answer.ReadAsync(server.Client(protocol));

            answer.Error!.Code.Should().Be(code, protocol);
            answer.Error.IsRetryable.Should().Be(retryable);
            answer.Error.Status.Should().Be(status);
            answer.Text.Should().BeEmpty();
            server.Requests.Should().HaveCount(1);
        }
    }

    [Theory]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("Retry-After", "Mon, 23 Nov 2026 06:01:00 GMT", 60)]
    [InlineData("retry-after-ms", "45000", 45)]
    [InlineData("x-ratelimit-reset", "1795413690", 90)]
    [InlineData("x-ratelimit-reset", "1m30s", 90)]
    public async Task Rate_limit_says_how_long_to_wait(string header, string value, double seconds)
    {
        FakeServer server = new() { Time = new FixedTime(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero)) };
        server.Status(429, "{}", "application/json", (header, value));

        Answer answer = await Answer.ReadAsync(server.Client());

        answer.Error!.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
        answer.Error.Message.Should().Contain(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Short_wait_is_waited_once()
    {
        FakeServer server = new FakeServer().Status(429, "{}", "application/json", ("retry-after-ms", "5")).Stream(Hello + Stop);

        Answer answer = await Answer.ReadAsync(server.Client());

        answer.Text.Should().Be("Hello");
        server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Absent_server_is_tried_three_times(int status)
    {
        FakeServer recovers = new FakeServer().Status(status, "<html>").Status(status, "<html>").Stream(Hello + Stop);
        (await Answer.ReadAsync(recovers.Client())).Text.Should().Be("Hello");

        FakeServer gone = new FakeServer().Status(status, "<html>").Status(status, "<html>").Status(status, "<html>");
        Answer answer = await Answer.ReadAsync(gone.Client());
        answer.Error!.Code.Should().Be("model_unavailable");
        gone.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Refused_connection_is_explained_with_the_address()
    {
        HttpRequestException refused = new(HttpRequestError.ConnectionError);
        FakeServer server = new FakeServer().Fails(refused).Fails(refused).Fails(refused);

        Answer answer = await Answer.ReadAsync(server.Client());

        answer.Error!.Code.Should().Be("model_unavailable");
        answer.Error.Message.Should().Contain("model.test");
        server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Forbidden_address_stays_the_users_to_correct()
    {
        FakeServer server = new FakeServer().Fails(new HttpRequestException("x", new ProblemException(400, "address_not_allowed", "No.")));

        Func<Task> ask = () => Answer.ReadAsync(server.Client());

        (await ask.Should().ThrowAsync<ProblemException>()).Which.Code.Should().Be("address_not_allowed");
    }

    [Theory]
    [InlineData("openai", "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\ndata: {\"choi\n\n", "text/event-stream")]
    [InlineData("openai", "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\ndata: \"text\"\n\n", "text/event-stream")]
    [InlineData("anthropic", "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello\"}}\n\ndata: nonsense\n\n", "text/event-stream")]
    [InlineData("ollama", "{\"message\":{\"content\":\"Hello\"}}\n{\"mess\n", "application/x-ndjson")]
    public async Task Malformed_chunk_keeps_what_came_before(string protocol, string body, string mediaType)
    {
        foreach (string split in FakeServer.Splits)
        {
            Answer answer = await Answer.ReadAsync(new FakeServer().Stream(body, split, mediaType).Client(protocol));

            answer.Text.Should().Be("Hello");
            answer.Error!.Code.Should().Be("model_bad_response");
        }
    }

    [Theory]
    [InlineData("openai", "data: {\"error\":{\"message\":\"secret detail\",\"code\":429}}\n\n", "model_rate_limited")]
    [InlineData("openai", "event: error\ndata: {\"error\":{\"message\":\"secret detail\",\"type\":\"server_error\"}}\n\n", "model_unavailable")]
    [InlineData("openai", "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"error\"}]}\n\n", "model_unavailable")]
    [InlineData("anthropic", "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"secret detail\"}}\n\n", "model_overloaded")]
    [InlineData("ollama", "{\"error\":\"secret detail\"}\n", "model_unavailable")]
    public async Task Error_inside_a_stream_is_an_error(string protocol, string body, string code)
    {
        Answer answer = await Answer.ReadAsync(new FakeServer().Stream(body, "all", protocol == "ollama" ? "application/x-ndjson" : "text/event-stream").Client(protocol));

        answer.Error!.Code.Should().Be(code);
        answer.Error.Message.Should().NotContain("secret detail");
        answer.Text.Should().BeEmpty();
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("")]
    [InlineData("text/event-stream")]
    public async Task Web_page_never_reaches_the_chat(string mediaType)
    {
        Answer answer = await Answer.ReadAsync(new FakeServer().Stream("\n<!doctype html><html><body>Welcome</body></html>", "all", mediaType).Client());

        answer.Text.Should().BeEmpty();
        answer.Error!.Code.Should().BeOneOf("model_bad_response", "model_stream_cut");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("")]
    public async Task Answer_in_one_piece_is_read(string mediaType)
    {
        const string Body = """
            {
              "id": "1", "model": "m", "choices": [ { "index": 0, "message": { "role": "assistant", "content": "Hello",
                "tool_calls": [ { "id": "a", "type": "function", "function": { "name": "f", "arguments": {"x": 1} } } ] },
                "finish_reason": "tool_calls" } ],
              "usage": { "prompt_tokens": 3, "completion_tokens": 4 }
            }
            """;
        foreach (string split in FakeServer.Splits)
        {
            Answer answer = await Answer.ReadAsync(new FakeServer().Stream(Body, split, mediaType).Client());

            answer.Error.Should().BeNull();
            answer.Text.Should().Be("Hello");
            answer.Calls.Single().Arguments!["x"]!.ToString().Should().Be("1");
            answer.Usage!.OutputTokenCount.Should().Be(4);
            answer.Finish.Should().Be(ChatFinishReason.ToolCalls);
        }
    }

    [Fact]
    public async Task Packed_answer_is_unpacked()
    {
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Hello + Stop));
        }

        FakeServer server = new FakeServer().Next(_ =>
        {
            ByteArrayContent content = new(packed.ToArray());
            content.Headers.ContentType = new("text/event-stream");
            content.Headers.ContentEncoding.Add("gzip");
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        });

        (await Answer.ReadAsync(server.Client())).Text.Should().Be("Hello");
    }

    [Fact]
    public async Task Comments_crlf_and_pings_are_skipped()
    {
        string body = (": OPENROUTER PROCESSING\n\nevent: ping\ndata: {}\n\n" + Hello + ": keep-alive\n\n" + Stop).Replace("\n", "\r\n", StringComparison.Ordinal);
        foreach (string split in FakeServer.Splits)
        {
            Answer answer = await Answer.ReadAsync(new FakeServer().Stream(body, split).Client());

            answer.Text.Should().Be("Hello");
            answer.Finish.Should().Be(ChatFinishReason.Stop);
        }
    }

    [Fact]
    public async Task Flood_is_cut_off()
    {
        FakeServer line = new() { Limits = new ModelLimits { LineBytes = 1000 } };
        FakeServer total = new() { Limits = new ModelLimits { TotalBytes = 1000 } };
        FakeServer lines = new() { Limits = new ModelLimits { EventBytes = 1000 } };

        Answer[] answers =
        [
            await Answer.ReadAsync(line.Stream(Hello + "data: " + new string('x', 5000), "random1").Client()),
            await Answer.ReadAsync(total.Stream(string.Concat(Enumerable.Repeat(Hello, 50)), "random1").Client()),
            await Answer.ReadAsync(lines.Stream(Hello + string.Concat(Enumerable.Repeat("data: xxxxxxxxxxxx\n", 200)), "random1").Client()),
        ];

        answers.Should().OnlyContain(answer => answer.Error!.Code == "model_bad_response" && answer.Text.StartsWith("Hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_of_an_option_is_met_without_the_option()
    {
        FakeServer server = new FakeServer()
            .Status(400, """{"error":{"message":"Unknown parameter: 'stream_options'."}}""")
            .Status(400, """{"error":{"message":"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."}}""")
            .Status(400, """{"error":{"message":"'temperature' does not support 0.5 with this model."}}""")
            .Stream(Hello + Stop);

        Answer answer = await Answer.ReadAsync(server.Client(), new ChatOptions { Temperature = 0.5f, MaxOutputTokens = 9 });

        answer.Text.Should().Be("Hello");
        JsonObject last = server.Bodies[^1];
        last.ContainsKey("stream_options").Should().BeFalse();
        last.ContainsKey("temperature").Should().BeFalse();
        last.ContainsKey("max_tokens").Should().BeFalse();
        last["max_completion_tokens"]!.GetValue<int>().Should().Be(9);
        server.Bodies.Should().HaveCount(4);
    }

    [Fact]
    public async Task Forgotten_version_in_the_address_is_added()
    {
        FakeServer server = new() { BaseUrl = new Uri("http://model.test:1234") };
        server.Status(404, "{}").Stream(Hello + Stop);

        (await Answer.ReadAsync(server.Client())).Text.Should().Be("Hello");

        server.Requests.Select(request => request.RequestUri!.AbsolutePath).Should().Equal("/chat/completions", "/v1/chat/completions");
    }

    [Fact]
    public async Task Silence_ends_in_a_timeout()
    {
        FakeServer server = new() { Limits = new ModelLimits { FirstByte = TimeSpan.FromSeconds(30), Idle = TimeSpan.FromMilliseconds(50) } };
        server.Next(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream(Encoding.UTF8.GetBytes(Hello))) });
        Answer answer = await Answer.ReadAsync(server.Client());
        answer.Error!.Code.Should().Be("model_timeout");
        answer.Text.Should().Be("Hello");

        FakeServer mute = new() { Limits = new ModelLimits { FirstByte = TimeSpan.FromMilliseconds(50) } };
        mute.Next(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream([])) });
        (await Answer.ReadAsync(mute.Client())).Error!.Code.Should().Be("model_timeout");
    }

    [Fact]
    public async Task Nothing_of_key_or_body_reaches_error_or_log()
    {
        RecordingLogger logger = new();
        FakeServer server = new() { Logger = logger };
        server.Status(400, "{\"error\":{\"message\":\"Bad key " + FakeServer.Key + " and sk-proj-abcdefghijklmnop in Bearer abc.def\"}}");

        Answer answer = await Answer.ReadAsync(server.Client());

        string everything = answer.Error + string.Join("\n", logger.Lines);
        logger.Lines.Should().NotBeEmpty();
        everything.Should().NotContain(FakeServer.Key).And.NotContain("sk-proj").And.NotContain("abc.def");
    }

    [Fact]
    public async Task Thinking_written_as_tags_is_kept_out_of_the_text()
    {
        string body = string.Concat(new[] { "<th", "ink>First, ", "risk.</thi", "nk>\n\nAnswer ", "with <b>" }
            .Select(piece => $"data: {{\"choices\":[{{\"index\":0,\"delta\":{{\"content\":{JsonValue.Create(piece)!.ToJsonString()}}}}}]}}\n\n")) + Stop;

        Answer answer = await Answer.ReadAsync(new FakeServer().Stream(body).Client());

        answer.Reasoning.Should().Be("First, risk.");
        answer.Text.Should().Be("Answer with <b>");
    }

    [Fact]
    public async Task Tool_calls_without_index_or_id_are_told_apart()
    {
        string[] deltas =
        [
            """{"tool_calls":[{"index":0,"id":"a","function":{"name":"one","arguments":"{}"}}]}""",
            """{"tool_calls":[{"index":0,"id":"b","function":{"name":"two","arguments":"{\"x\":1}"}}]}""",
            """{"tool_calls":[{"function":{"name":"three","arguments":"\"{\\\"y\\\":2}\""}}]}""",
            """{"tool_calls":[{"function":{"name":"four","arguments":"not json"}}]}""",
        ];
        string body = string.Concat(deltas.Select(delta => $"data: {{\"choices\":[{{\"index\":0,\"delta\":{delta}}}]}}\n\n")) + Stop;

        Answer answer = await Answer.ReadAsync(new FakeServer().Stream(body).Client());

        answer.Calls.Select(call => call.Name).Should().Equal("one", "two", "three", "four");
        answer.Calls.Select(call => call.CallId).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        answer.Calls[2].Arguments!["y"]!.ToString().Should().Be("2");
        answer.Calls[3].Exception.Should().NotBeNull();
        answer.Finish.Should().Be(ChatFinishReason.ToolCalls);
    }
}
