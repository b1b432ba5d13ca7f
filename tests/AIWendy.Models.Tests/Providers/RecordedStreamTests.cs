using System.Text.Json;
using AIWendy.Models.Tests.Support;
using Microsoft.Extensions.AI;
using Xunit.Abstractions;

namespace AIWendy.Models.Tests.Providers;

/// <summary>Every recorded stream gives the text, thinking, tools, usage and finish that it holds, however it is split.</summary>
public sealed class RecordedStreamTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> OddCases()
    {
        TheoryData<string, string> data = [];
        foreach ((string file, JsonElement item) in Recordings.Odd())
        {
            foreach (string split in item.GetProperty("status").GetInt32() == 200 ? FakeServer.Splits : ["all"])
            {
                data.Add(file, split);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OddCases))]
    public async Task Odd_stream_is_understood(string file, string split)
    {
        JsonElement item = Recordings.Odd().Single(entry => entry.File == file).Case;
        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(Recordings.OddFolder, file));
        JsonElement expected = item.GetProperty("expect");
        int status = item.GetProperty("status").GetInt32();
        FakeServer server = new();
        if (status == 200)
        {
            server.Stream(bytes, split, item.GetProperty("content_type").GetString()!);
        }
        else
        {
            // One more than any policy allows: a call that repeats too often fails on the missing response.
            int calls = status == 502 ? 3 : status == 429 ? 2 : 1;
            for (int i = 0; i < calls; i++)
            {
                server.Status(status, System.Text.Encoding.UTF8.GetString(bytes), item.GetProperty("content_type").GetString()!,
                    [.. item.GetProperty("headers").EnumerateObject().Select(header => (header.Name, header.Name == "Retry-After" ? "0.01" : header.Value.GetString()!))]);
            }
        }

        Answer answer = await Answer.ReadAsync(server.Client(item.GetProperty("proto").GetString()!));

        if (status == 200)
        {
            Judge(answer, expected);
        }
        else
        {
            answer.Text.Should().BeEmpty();
            answer.Error.Should().NotBeNull();
            answer.Error!.Status.Should().Be(status);
            answer.Error.Message.Should().NotContain("<").And.NotContain("cloudflare").And.NotContain("abcd").And.NotContain("org-x");
            answer.Error.IsRetryable.Should().Be(status != 401);
        }
    }

    [Theory]
    [InlineData("all")]
    [InlineData("1")]
    [InlineData("random1")]
    public async Task Recorded_stream_is_understood(string split)
    {
        IReadOnlyList<(string File, JsonElement Expected)> recordings = [.. Recordings.Shared()];
        if (recordings.Count == 0)
        {
            output.WriteLine("The folder of shared recordings is absent; nothing to compare.");
            return;
        }

        foreach ((string file, JsonElement expected) in recordings)
        {
            byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(Recordings.SharedFolder()!, file));
            FakeServer server = new();
            server.Stream(bytes, split, file.EndsWith("ndjson", StringComparison.Ordinal) ? "application/x-ndjson" : "text/event-stream");

            Answer answer = await Answer.ReadAsync(server.Client(expected.GetProperty("proto").GetString()!));

            output.WriteLine(file);
            Judge(answer, expected);
            answer.Model.Should().Be(expected.GetProperty("model").GetString(), file);
        }
    }

    [Fact]
    public async Task Cutting_a_recorded_stream_anywhere_keeps_a_prefix_of_its_text_and_says_so()
    {
        foreach ((string file, string protocol) in new[] { ("plain_zh.sse", "openai"), ("a_thinking_then_text.sse", "anthropic"), ("o_plain_zh.ndjson", "ollama") })
        {
            byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(Recordings.OddFolder, file));
            string whole = Recordings.Odd().Single(entry => entry.File == file).Case.GetProperty("expect").GetProperty("text").GetString()!;
            for (int length = 1; length < bytes.Length; length += 7)
            {
                foreach (Exception? end in new[] { null, new HttpIOException(HttpRequestError.ResponseEnded) })
                {
                    FakeServer server = new();
                    server.Stream(bytes[..length], "random1", protocol == "ollama" ? "application/x-ndjson" : "text/event-stream", end);

                    Answer answer = await Answer.ReadAsync(server.Client(protocol));

                    whole.Should().StartWith(answer.Text, $"{file} cut at {length}");
                    (answer.Error?.Code ?? "none").Should().BeOneOf("model_stream_cut", "none");
                    if (answer.Error is null)
                    {
                        answer.Text.Should().Be(whole, $"{file} cut at {length} claims to be complete");
                    }
                }
            }
        }
    }

    private static void Judge(Answer answer, JsonElement expected)
    {
        answer.Error.Should().BeNull();
        answer.Text.Should().Be(Text(expected, "text") ?? string.Empty);
        answer.Reasoning.Should().Be(Text(expected, "reasoning") ?? string.Empty);
        answer.Refusal.Should().Be(Text(expected, "refusal") ?? string.Empty);
        answer.Calls.Select(Describe).Should().Equal(expected.TryGetProperty("tools", out JsonElement tools) ? tools.EnumerateArray().Select(Describe) : []);
        bool isRefusal = expected.TryGetProperty("refusal", out _);
        answer.Finish.Should().Be(isRefusal ? new ChatFinishReason("refusal") : FinishOf(Text(expected, "finish"), answer.Calls.Count > 0));
        if (expected.TryGetProperty("usage", out JsonElement usage))
        {
            answer.Usage?.InputTokenCount.Should().Be(Count(usage, "prompt_tokens", "input_tokens", "input"));
            answer.Usage?.OutputTokenCount.Should().Be(Count(usage, "completion_tokens", "output_tokens", "output"));
            (answer.Usage is null).Should().Be(Count(usage, "prompt_tokens", "input_tokens", "input") is null);
        }
    }

    private static ChatFinishReason FinishOf(string? name, bool hasCalls) => name switch
    {
        "length" => ChatFinishReason.Length,
        _ when hasCalls => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    private static string Describe(FunctionCallContent call) =>
        call.Name + "(" + string.Join(",", (call.Arguments ?? new Dictionary<string, object?>()).Select(pair => $"{pair.Key}={pair.Value}")) + ")";

    private static string Describe(JsonElement call)
    {
        JsonElement arguments = call.GetProperty("arguments");
        IEnumerable<string> pairs = arguments.ValueKind == JsonValueKind.Object ? arguments.EnumerateObject().Select(pair => $"{pair.Name}={pair.Value}") : [];
        return call.GetProperty("name").GetString() + "(" + string.Join(",", pairs) + ")";
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static long? Count(JsonElement usage, params string[] names) =>
        names.Where(name => usage.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number)
            .Select(name => (long?)usage.GetProperty(name).GetInt64()).FirstOrDefault();
}
