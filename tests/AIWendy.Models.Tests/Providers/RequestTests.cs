using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Models.Tests.Support;
using Microsoft.Extensions.AI;

namespace AIWendy.Models.Tests.Providers;

/// <summary>What each server is sent for one conversation with a tool.</summary>
public sealed class RequestTests
{
    private static readonly ChatMessage[] Conversation =
    [
        new(ChatRole.System, "You are Wendy."),
        new(ChatRole.User, "Why do I lose? 为什么"),
        new(ChatRole.Assistant, [new TextReasoningContent("hm") { ProtectedData = "sig" }, new TextContent("Let me look."), new FunctionCallContent("call_1", "journal_statistics", new Dictionary<string, object?> { ["symbol"] = "MNQ", ["limit"] = 3, ["deep"] = JsonDocument.Parse("{\"a\":[1]}").RootElement.Clone() })]),
        new(ChatRole.Tool, [new FunctionResultContent("call_1", "{\"figures\":{}}")]),
    ];

    private static ChatOptions Options => new()
    {
        Temperature = 0.7f,
        MaxOutputTokens = 500,
        Tools = [AIFunctionFactory.CreateDeclaration("journal_statistics", "Reads statistics.", JsonDocument.Parse("""{"type":"object","properties":{"symbol":{"type":"string"}}}""").RootElement.Clone())],
    };

    [Fact]
    public async Task OpenAi_request_has_the_shape_of_chat_completions()
    {
        JsonObject body = await SendAsync("openai", "data: [DONE]\n\n", "text/event-stream", "/v1/chat/completions");

        body["stream"]!.GetValue<bool>().Should().BeTrue();
        body["temperature"]!.GetValue<decimal>().Should().Be(0.7m);
        body["max_tokens"]!.GetValue<int>().Should().Be(500);
        Roles(body).Should().Equal("system", "user", "assistant", "tool");
        body["messages"]![1]!["content"]!.GetValue<string>().Should().Be("Why do I lose? 为什么");
        JsonNode call = body["messages"]![2]!["tool_calls"]![0]!;
        call["id"]!.GetValue<string>().Should().Be("call_1");
        JsonNode.Parse(call["function"]!["arguments"]!.GetValue<string>())!["deep"]!["a"]![0]!.GetValue<int>().Should().Be(1);
        body["messages"]![3]!["tool_call_id"]!.GetValue<string>().Should().Be("call_1");
        body["tools"]![0]!["function"]!["parameters"]!["properties"]!["symbol"]!["type"]!.GetValue<string>().Should().Be("string");
        body.ToJsonString().Should().NotContain("\"hm\"");
    }

    [Fact]
    public async Task Anthropic_request_has_the_shape_of_messages()
    {
        JsonObject body = await SendAsync("anthropic", "data: {\"type\":\"message_stop\"}\n\n", "text/event-stream", "/v1/messages");

        body["system"]!.GetValue<string>().Should().Be("You are Wendy.");
        body["max_tokens"]!.GetValue<int>().Should().Be(500);
        Roles(body).Should().Equal("user", "assistant", "user");
        body["messages"]![1]!["content"]!.AsArray().Select(block => block!["type"]!.GetValue<string>()).Should().Equal("thinking", "text", "tool_use");
        body["messages"]![1]!["content"]![2]!["input"]!["limit"]!.GetValue<int>().Should().Be(3);
        JsonNode result = body["messages"]![2]!["content"]![0]!;
        result["type"]!.GetValue<string>().Should().Be("tool_result");
        result["tool_use_id"]!.GetValue<string>().Should().Be("call_1");
        body["tools"]![0]!["input_schema"]!["type"]!.GetValue<string>().Should().Be("object");
    }

    [Fact]
    public async Task Ollama_request_has_the_shape_of_chat()
    {
        JsonObject body = await SendAsync("ollama", "{\"done\":true}\n", "application/x-ndjson", "/api/chat");

        Roles(body).Should().Equal("system", "user", "assistant", "tool");
        body["messages"]![2]!["tool_calls"]![0]!["function"]!["arguments"]!["symbol"]!.GetValue<string>().Should().Be("MNQ");
        body["messages"]![3]!["tool_name"]!.GetValue<string>().Should().Be("journal_statistics");
        body["options"]!["num_predict"]!.GetValue<int>().Should().Be(500);
        body["tools"]![0]!["function"]!["name"]!.GetValue<string>().Should().Be("journal_statistics");
    }

    private static IEnumerable<string> Roles(JsonObject body) => body["messages"]!.AsArray().Select(message => message!["role"]!.GetValue<string>());

    private static async Task<JsonObject> SendAsync(string protocol, string answer, string mediaType, string path)
    {
        FakeServer server = new FakeServer().Stream(answer, "all", mediaType);

        (await Answer.ReadAsync(server.Client(protocol), Options, Conversation)).Error.Should().BeNull();

        server.Requests.Single().RequestUri!.AbsolutePath.Should().Be(path);
        string header = protocol == "anthropic" ? "x-api-key" : "Authorization";
        server.Requests.Single().Headers.GetValues(header).Single().Should().EndWith(FakeServer.Key);
        return server.Bodies.Single();
    }
}
