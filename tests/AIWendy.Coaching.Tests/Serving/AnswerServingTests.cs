using System.Net;
using System.Text.Json.Nodes;

namespace AIWendy.Coaching.Tests.Serving;

/// <summary>Answers over HTTP on the running host: streaming, resuming, stopping, failing, restarting.</summary>
[Collection(CoachingCollection.Name)]
public sealed class AnswerServingTests(SharedCoachingHost shared)
{
    private readonly CoachingHost host = shared.Host;

    [Fact]
    public async Task An_answer_is_streamed_numbered_and_kept()
    {
        using ChatClient ada = host.Person("zh-CN");
        string conversation = await ada.StartConversationAsync();

        List<ChatEvent> events = await ada.HearAsync(conversation, "tool please");

        events.Select(one => one.Id).Should().Equal(Enumerable.Range(1, events.Count).Select(number => (long)number));
        events.Where(one => one.Type == "tool").Select(one => (string?)one.Data["status"]).Should().Equal("running", "done");
        ((string?)events.First(one => one.Type == "tool").Data["title"]).Should().Be("读取数字");
        ((decimal)events.Single(one => one.Type == "evidence").Data["figures"]![0]!["value"]!).Should().Be(61.5m);
        ((string?)events[^1].Data["finish"]).Should().Be("stop");

        JsonArray messages = await ada.MessagesAsync(conversation);
        messages.Should().HaveCount(2);
        ((string?)messages[0]!["text"]).Should().Be("tool please");
        JsonNode answer = messages[1]!;
        ((string?)answer["text"]).Should().Be(ChatEvent.TextOf(events));
        ((string?)answer["status"]).Should().Be("complete");
        ((string?)answer["reasoning"]).Should().Be("I should look.");
        ((string?)answer["model"]).Should().Be("scripted");
        ((long)answer["inputTokens"]!).Should().Be(11);
        ((string?)answer["evidence"]!["figures"]![0]!["label"]).Should().Be("胜率");
        answer["evidence"]!["unbacked"]!.AsArray().Should().BeEmpty();
        ((string?)answer["tools"]![0]!["status"]).Should().Be("done");
    }

    [Fact]
    public async Task The_model_reads_the_history_from_the_database()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync("marcus");
        await ada.HearAsync(conversation, "hello");

        string text = ChatEvent.TextOf(await ada.HearAsync(conversation, "count"));

        text.Should().Be("4 messages, language en, coach marcus.", "that is the prompt, the first turn and the question");
    }

    [Fact]
    public async Task A_lost_client_resumes_and_misses_nothing()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync();
        using HttpResponseMessage first = await ada.SayAsync(conversation, "slow");
        Guid run = ChatClient.RunOf(first);
        List<ChatEvent> seen = await ChatClient.ReadAsync(first, events => events.Count >= 3);
        first.Dispose();

        JsonNode live = (await ada.MessagesAsync(conversation))[1]!;
        ((string?)live["status"]).Should().Be("streaming");
        ((string?)live["runId"]).Should().Be(run.ToString());
        ((string?)live["text"]).Should().StartWith("word1 word2");
        ((long)live["lastEventId"]!).Should().BeGreaterThanOrEqualTo(seen[^1].Id);

        using HttpResponseMessage second = await ada.SendAsync(HttpMethod.Get, $"/api/runs/{run}/events", lastEventId: seen[^1].Id);
        List<ChatEvent> rest = await ChatClient.ReadAsync(second, events => events.Count >= 5);
        rest[0].Id.Should().Be(seen[^1].Id + 1);
        string[] words = ChatEvent.TextOf(seen.Concat(rest)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        words.Should().Equal(Enumerable.Range(1, words.Length).Select(number => $"word{number}"));
        await ada.JsonAsync(HttpMethod.Post, $"/api/runs/{run}/cancel", expected: HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Stopping_keeps_what_was_said_and_the_conversation_goes_on()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync();
        using HttpResponseMessage response = await ada.SayAsync(conversation, "slow");
        Guid run = ChatClient.RunOf(response);
        List<ChatEvent> events = await ChatClient.ReadAsync(response, seen => Cancel(seen.Count, ada, run));

        events[^1].Type.Should().Be("done");
        ((string?)events[^1].Data["finish"]).Should().Be("cancelled");
        JsonNode answer = (await ada.MessagesAsync(conversation))[1]!;
        ((string?)answer["status"]).Should().Be("stopped");
        ((string?)answer["text"]).Should().Be(ChatEvent.TextOf(events).Trim()).And.StartWith("word1");

        ChatEvent.TextOf(await ada.HearAsync(conversation, "hello")).Should().Be("Hello.");
    }

    [Fact]
    public async Task Only_one_answer_is_written_at_a_time()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync();
        using HttpResponseMessage response = await ada.SayAsync(conversation, "slow");
        Guid run = ChatClient.RunOf(response);

        string code = await ada.RefusedAsync(HttpMethod.Post, $"/api/conversations/{conversation}/messages", new { text = "hello" }, HttpStatusCode.Conflict);

        code.Should().Be("answer_in_progress");
        (await ada.MessagesAsync(conversation)).Should().HaveCount(2, "the refused message leaves no trace");
        await ada.SendAsync(HttpMethod.Post, $"/api/runs/{run}/cancel");
    }

    [Fact]
    public async Task Many_messages_at_once_start_one_answer()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync();

        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => ada.SayAsync(conversation, "slow " + number)));

        responses.Count(response => response.StatusCode == HttpStatusCode.OK).Should().Be(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.Conflict).Should().Be(7);
        (await ada.MessagesAsync(conversation)).Should().HaveCount(2);
        await ada.SendAsync(HttpMethod.Post, $"/api/runs/{ChatClient.RunOf(responses.Single(response => response.IsSuccessStatusCode))}/cancel");
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer_also_when_sent_at_once()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync();

        HttpResponseMessage[] responses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ada.SayAsync(conversation, "hello", "key-1")));
        using HttpResponseMessage late = await ada.SayAsync(conversation, "hello", "key-1");

        foreach (HttpResponseMessage response in responses.Where(response => response.IsSuccessStatusCode))
        {
            ChatClient.RunOf(response).Should().Be(ChatClient.RunOf(late));
        }

        ChatEvent.TextOf(await ChatClient.ReadAsync(late)).Should().Be("Hello.");
        (await ada.MessagesAsync(conversation)).Should().HaveCount(2);
        (await ada.RefusedAsync(HttpMethod.Post, $"/api/conversations/{conversation}/messages", new { text = "other", idempotencyKey = "key-1" }, HttpStatusCode.Conflict))
            .Should().Be("idempotency_key_reused");
    }

    [Fact]
    public async Task A_failed_answer_tells_why_and_is_tried_again_in_its_place()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync();

        List<ChatEvent> events = await ada.HearAsync(conversation, "fail");

        events[^1].Type.Should().Be("error");
        ((string?)events[^1].Data["code"]).Should().Be("model_rate_limited");
        ((double)events[^1].Data["retryAfter"]!).Should().Be(7);
        JsonNode failed = (await ada.MessagesAsync(conversation))[1]!;
        ((string?)failed["status"]).Should().Be("failed");
        ((string?)failed["errorCode"]).Should().Be("model_rate_limited");
        ((string?)failed["text"]).Should().Be("A beginning.");

        using HttpResponseMessage again = await ada.SendAsync(HttpMethod.Post, $"/api/conversations/{conversation}/messages/{failed["id"]}/retry");
        (await ChatClient.ReadAsync(again))[^1].Type.Should().Be("error");
        JsonArray messages = await ada.MessagesAsync(conversation);
        messages.Should().HaveCount(2, "the new answer stands in place of the old one");
        ((string?)messages[1]!["id"]).Should().NotBe((string?)failed["id"]);
        (await ada.RefusedAsync(HttpMethod.Post, $"/api/conversations/{conversation}/messages/{failed["id"]}/retry", null, HttpStatusCode.Conflict)).Should().Be("not_last_message");
        (await ada.RefusedAsync(HttpMethod.Post, $"/api/conversations/{conversation}/messages/{Guid.NewGuid()}/retry", null, HttpStatusCode.NotFound)).Should().Be("not_found");
    }

    [Fact]
    public async Task A_crisis_gets_the_fixed_text_and_no_headline()
    {
        using ChatClient ada = host.Person();
        string conversation = await ada.StartConversationAsync("stoic");

        List<ChatEvent> events = await ada.HearAsync(conversation, "I want to end my life");

        events[0].Type.Should().Be("crisis");
        ChatEvent.TextOf(events).Should().Contain("988");
        ((string?)(await ada.MessagesAsync(conversation))[1]!["kind"]).Should().Be("crisis");
        ((string?)(await ada.GetAsync($"/api/conversations/{conversation}"))["title"]).Should().BeNull();
    }

    [Fact]
    public async Task A_host_that_stops_keeps_the_beginning_of_the_answer()
    {
        await using CoachingHost own = await CoachingHost.StartAsync(shared.Postgres);
        using ChatClient ada = own.Person();
        string conversation = await ada.StartConversationAsync();
        using HttpResponseMessage response = await ada.SayAsync(conversation, "slow");
        await ChatClient.ReadAsync(response, events => events.Count >= 3);

        await own.StopAsync();
        await own.StartAsync();

        using ChatClient again = ada.At(own.Address);
        JsonNode answer = (await again.MessagesAsync(conversation))[1]!;
        ((string?)answer["status"]).Should().Be("incomplete");
        ((string?)answer["finish"]).Should().Be("incomplete");
        ((string?)answer["text"]).Should().StartWith("word1 word2");
        ChatEvent.TextOf(await again.HearAsync(conversation, "hello")).Should().Be("Hello.");
    }

    private static bool Cancel(int count, ChatClient person, Guid run)
    {
        if (count == 3)
        {
            _ = person.SendAsync(HttpMethod.Post, $"/api/runs/{run}/cancel");
        }

        return false;
    }
}
