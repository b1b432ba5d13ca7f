using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace AIWendy.Bench.Lifecycle;

/// <summary>People who talk with a coach all the time; every event of every answer must arrive, once and in order.</summary>
internal sealed class Chats(HttpClient client)
{
    private readonly ConcurrentDictionary<string, int> wrong = new(StringComparer.Ordinal);
    private int answers;
    private long events;

    /// <summary>Answers that were read to their end.</summary>
    public int Answers => answers;

    public long Events => Interlocked.Read(ref events);

    /// <summary>What was lost or out of order, and how often.</summary>
    public IReadOnlyDictionary<string, int> Wrong => wrong;

    /// <summary>Makes the model the one that answers everybody.</summary>
    public async Task ConnectAsync(string address)
    {
        using HttpResponseMessage added = await client.PostAsJsonAsync("/api/models/connections", new
        {
            kind = "openai",
            baseUrl = address,
            apiKey = "none",
            model = "scripted",
            name = "Scripted",
            makeDefault = true,
        });
        added.EnsureSuccessStatusCode();
    }

    public Task RunAsync(int count, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => TalkAsync(stop), CancellationToken.None)));

    private async Task TalkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using HttpResponseMessage opened = await client.PostAsJsonAsync("/api/conversations", new { coachId = "wendy" }, CancellationToken.None);
                opened.EnsureSuccessStatusCode();
                using JsonDocument conversation = JsonDocument.Parse(await opened.Content.ReadAsStringAsync(CancellationToken.None));
                await AskAsync(conversation.RootElement.GetProperty("id").GetString()!);
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                Count(error.Message);
            }
        }
    }

    private async Task AskAsync(string conversation)
    {
        using HttpRequestMessage question = new(HttpMethod.Post, $"/api/conversations/{conversation}/messages")
        {
            Content = JsonContent.Create(new { text = "Tell me all you know." }),
        };
        question.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using HttpResponseMessage answer = await client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using StreamReader reader = new(await answer.Content.ReadAsStreamAsync());
        StringBuilder text = new();
        string? finish = null;
        int next = 1;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id:", StringComparison.Ordinal))
            {
                if (int.Parse(line.AsSpan(3), CultureInfo.InvariantCulture) != next++)
                {
                    Count("an event out of order");
                }

                Interlocked.Increment(ref events);
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                finish = Read(line[5..], text) ?? finish;
            }
        }

        Judge(text.ToString(), finish);
    }

    /// <returns>How the answer ended, or null.</returns>
    private static string? Read(string data, StringBuilder text)
    {
        using JsonDocument parsed = JsonDocument.Parse(data);
        switch (parsed.RootElement.GetProperty("type").GetString())
        {
            case "delta":
                text.Append(parsed.RootElement.GetProperty("text").GetString());
                return null;
            case "done":
                return parsed.RootElement.GetProperty("finish").GetString();
            case "error":
                return parsed.RootElement.GetProperty("code").GetString();
            default:
                return null;
        }
    }

    private void Judge(string text, string? finish)
    {
        if (finish == "stop" && text.Trim() == ScriptedModel.Text.Trim())
        {
            Interlocked.Increment(ref answers);
        }
        else
        {
            Count(finish == "stop" ? "words missing" : $"ended with {finish ?? "nothing"}");
        }
    }

    private void Count(string what) => wrong.AddOrUpdate(what, 1, (_, count) => count + 1);
}
