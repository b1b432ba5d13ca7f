using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Plugins.Models.Offline;
using Microsoft.Extensions.AI;

namespace AIWendy.Models.Tests.Offline;

/// <summary>A journal behind the three tools, and the loop that a conversation runs.</summary>
internal sealed class Journal
{
    private static readonly JsonElement EmptySchema = JsonDocument.Parse("{\"type\":\"object\"}").RootElement.Clone();

    private readonly Dictionary<string, Func<FunctionCallContent, string>> tools = new();

    public List<string> Called { get; } = [];

    /// <summary>Every text that a tool returned.</summary>
    public List<string> Returned { get; } = [];

    public static Journal Losing() => new Journal()
        .With("journal_statistics", """
            {"currency":"USD","figures":{
              "trades":{"value":197,"unit":"count","n":197,"reason":null},
              "net_pnl":{"value":-1843.215,"unit":"money","n":197},
              "win_rate":{"value":43.65482233,"unit":"percent","n":195},
              "profit_factor":{"value":0.87341,"unit":"ratio","n":197},
              "expectancy":{"value":-9.3564,"unit":"money","n":197},
              "average_win":{"value":151.2041,"unit":"money","n":85},
              "average_loss":{"value":133.9817,"unit":"money","n":110},
              "max_drawdown":{"value":4312.5,"unit":"money","n":197}}}
            """)
        .With("journal_after_loss", AfterLossJson)
        .With("journal_trades", TradesJson);

    public static string AfterLossJson => """
        {"currency":"USD","windowMinutes":7.6,"figures":{
          "trades_after_loss":{"value":71,"unit":"count","n":71},
          "reentry_after_loss_rate":{"value":36.61971830,"unit":"percent","n":71},
          "reentry_after_win_rate":{"value":9.8765,"unit":"percent","n":81},
          "reentry_p_value":{"value":0.0003,"unit":"ratio","n":152},
          "reentry_after_loss_net":{"value":-2594.68,"unit":"money","n":26},
          "other_trades_net":{"value":751.465,"unit":"money","n":171},
          "size_after_loss_ratio":{"value":1.8,"unit":"ratio","n":71},
          "reentry_window":{"value":7.6,"unit":"minutes","n":152}},
         "trades":[{"id":"0198c0de-0000-7000-8000-000000000194","number":"T-0194","symbol":"MNQ","side":"long","net":-283.44,"currency":"USD"}]}
        """;

    public static string TradesJson => """
        {"currency":"USD","trades":[
          {"id":"0198c0de-0000-7000-8000-000000000122","number":"T-0122","symbol":"MNQ","side":"long","quantity":6,"net":-382.44,"currency":"USD"},
          {"id":"0198c0de-0000-7000-8000-000000000174","number":"T-0174","symbol":"MES","side":"short","quantity":4,"net":-319.44,"currency":"USD"},
          {"id":"0198c0de-0000-7000-8000-000000000108","number":"T-0108","symbol":"MNQ](http://evil.test)","side":"short","quantity":4,"net":-287.4,"currency":"USD"}]}
        """;

    public Journal With(string tool, string json)
    {
        tools[tool] = _ => json;
        return this;
    }

    public Journal Without(string tool)
    {
        tools.Remove(tool);
        return this;
    }

    public ChatOptions Options(string language = "en", string style = "empathetic") => new()
    {
        Tools = [.. tools.Keys.Select(name => AIFunctionFactory.CreateDeclaration(name, "Reads the journal.", EmptySchema))],
        AdditionalProperties = new AdditionalPropertiesDictionary { ["language"] = language, ["style"] = style, ["coach"] = style },
    };

    /// <summary>Asks and runs the tools, as a conversation does, until there is an answer.</summary>
    public async Task<string> AskAsync(string question, string language = "en", string style = "empathetic", params ChatMessage[] before)
    {
        using OfflineCoachClient client = new(TimeSpan.Zero, TimeProvider.System);
        List<ChatMessage> messages = [.. before, new ChatMessage(ChatRole.User, question)];
        for (int round = 0; round < 4; round++)
        {
            ChatResponse response = await client.GetResponseAsync(messages, Options(language, style));
            messages.AddRange(response.Messages);
            List<FunctionCallContent> calls = [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];
            if (calls.Count == 0)
            {
                response.FinishReason.Should().Be(ChatFinishReason.Stop);
                return response.Text;
            }

            messages.Add(new ChatMessage(ChatRole.Tool, [.. calls.Select(call => (AIContent)new FunctionResultContent(call.CallId, Run(call)))]));
        }

        throw new InvalidOperationException("The coach keeps calling tools.");
    }

    private string Run(FunctionCallContent call)
    {
        Called.Add(call.Name);
        string result = tools[call.Name](call);
        Returned.Add(result);
        return result;
    }
}
