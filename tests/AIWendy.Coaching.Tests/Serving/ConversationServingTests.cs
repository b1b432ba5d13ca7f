using System.Net;
using System.Text.Json.Nodes;

namespace AIWendy.Coaching.Tests.Serving;

/// <summary>Coaches and conversations over HTTP on the running host.</summary>
[Collection(CoachingCollection.Name)]
public sealed class ConversationServingTests(SharedCoachingHost shared)
{
    private readonly CoachingHost host = shared.Host;

    [Fact]
    public async Task Coaches_of_all_plugins_are_listed_in_the_users_language()
    {
        using ChatClient ada = host.Person("zh-CN");

        JsonArray coaches = (await ada.GetAsync("/api/coaches")).AsArray();

        coaches.Select(coach => (string?)coach!["id"]).Should().Equal("wendy", "marcus", "sophia", "alex", "socrates", "stoic");
        ((string?)coaches[0]!["name"]).Should().Be("Wendy", "a later coach can not take her id");
        ((bool)coaches[0]!["isDefault"]!).Should().BeTrue();
        ((string?)coaches[4]!["name"]).Should().Be("苏格拉底");
        ((string?)coaches[1]!["style"]).Should().Be("disciplined");
        coaches[0]!["starters"]!.AsArray().Should().Contain(starter => (string?)starter == "我为什么亏钱？");
        coaches[5]!["reads"]!.AsArray().Select(scope => (string?)scope).Should().Equal("journalSummary", "trades");
    }

    [Fact]
    public async Task A_conversation_is_named_by_its_first_message_until_the_user_names_it()
    {
        using ChatClient ada = host.Person();
        string id = await ada.StartConversationAsync();
        await ada.HearAsync(id, "hello there");
        ((string?)(await ada.GetAsync($"/api/conversations/{id}"))["title"]).Should().Be("hello there");

        JsonNode changed = await ada.JsonAsync(HttpMethod.Patch, $"/api/conversations/{id}", new { title = " Mornings ", coachId = "sophia" });
        await ada.HearAsync(id, "hello again");

        ((string?)changed["title"]).Should().Be("Mornings");
        JsonNode now = await ada.GetAsync($"/api/conversations/{id}");
        ((string?)now["title"]).Should().Be("Mornings");
        ((string?)now["coachId"]).Should().Be("sophia");
        ((int)now["messageCount"]!).Should().Be(4);
        ((string?)(await ada.MessagesAsync(id))[^1]!["coachId"]).Should().Be("sophia");
    }

    [Fact]
    public async Task The_list_is_paged_newest_first_and_searched_by_title()
    {
        using ChatClient ada = host.Person();
        List<string> ids = [];
        foreach (string word in new[] { "alpha", "beta 50%", "gamma" })
        {
            string id = await ada.StartConversationAsync();
            await ada.HearAsync(id, word);
            ids.Insert(0, id);
        }

        JsonNode first = await ada.GetAsync("/api/conversations?limit=2");
        JsonNode second = await ada.GetAsync($"/api/conversations?limit=2&cursor={first["nextCursor"]}");

        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(row => (string?)row!["id"]).Should().Equal(ids);
        second["nextCursor"].Should().BeNull();
        (await ada.GetAsync("/api/conversations?q=ALPH"))["items"]!.AsArray().Should().ContainSingle();
        (await ada.GetAsync("/api/conversations?q=50%25"))["items"]!.AsArray().Should().ContainSingle();
        (await ada.GetAsync("/api/conversations?q=%25"))["items"]!.AsArray().Should().ContainSingle("the sign itself is searched, not a pattern");
        (await ada.RefusedAsync(HttpMethod.Get, "/api/conversations?cursor=nonsense!", null, HttpStatusCode.BadRequest)).Should().Be("validation_failed");
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone_until_it_is_restored()
    {
        using ChatClient ada = host.Person();
        string id = await ada.StartConversationAsync();
        await ada.HearAsync(id, "hello");

        await ada.JsonAsync(HttpMethod.Delete, $"/api/conversations/{id}", expected: HttpStatusCode.NoContent);
        await ada.JsonAsync(HttpMethod.Delete, $"/api/conversations/{id}", expected: HttpStatusCode.NoContent);

        (await ada.GetAsync("/api/conversations"))["items"]!.AsArray().Should().BeEmpty();
        foreach (string path in new[] { $"/api/conversations/{id}", $"/api/conversations/{id}/messages" })
        {
            (await ada.RefusedAsync(HttpMethod.Get, path, null, HttpStatusCode.NotFound)).Should().Be("not_found");
        }

        (await ada.RefusedAsync(HttpMethod.Post, $"/api/conversations/{id}/messages", new { text = "hello" }, HttpStatusCode.NotFound)).Should().Be("not_found");
        await ada.JsonAsync(HttpMethod.Post, $"/api/conversations/{id}/restore");
        (await ada.MessagesAsync(id)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Messages_are_paged_from_the_newest()
    {
        using ChatClient ada = host.Person();
        string id = await ada.StartConversationAsync();
        for (int i = 0; i < 3; i++)
        {
            await ada.HearAsync(id, $"hello {i}");
        }

        JsonNode newest = await ada.GetAsync($"/api/conversations/{id}/messages?limit=4");
        JsonNode oldest = await ada.GetAsync($"/api/conversations/{id}/messages?limit=4&cursor={newest["nextCursor"]}");

        newest["items"]!.AsArray().Select(row => (int)row!["sequence"]!).Should().Equal(3, 4, 5, 6);
        oldest["items"]!.AsArray().Select(row => (int)row!["sequence"]!).Should().Equal(1, 2);
        oldest["nextCursor"].Should().BeNull();
    }

    [Fact]
    public async Task Nobody_reaches_the_conversation_of_another_person_or_tenant()
    {
        using ChatClient ada = host.Person();
        string id = await ada.StartConversationAsync();
        await ada.HearAsync(id, "hello");
        string message = (string)(await ada.MessagesAsync(id))[1]!["id"]!;
        using ChatClient bob = host.Person();
        using ChatClient stranger = host.Person(tenant: Guid.NewGuid());

        foreach (ChatClient other in new[] { bob, stranger })
        {
            (await other.GetAsync("/api/conversations"))["items"]!.AsArray().Should().BeEmpty();
            await other.RefusedAsync(HttpMethod.Get, $"/api/conversations/{id}", null, HttpStatusCode.NotFound);
            await other.RefusedAsync(HttpMethod.Get, $"/api/conversations/{id}/messages", null, HttpStatusCode.NotFound);
            await other.RefusedAsync(HttpMethod.Patch, $"/api/conversations/{id}", new { title = "Mine" }, HttpStatusCode.NotFound);
            await other.RefusedAsync(HttpMethod.Delete, $"/api/conversations/{id}", null, HttpStatusCode.NotFound);
            await other.RefusedAsync(HttpMethod.Post, $"/api/conversations/{id}/restore", null, HttpStatusCode.NotFound);
            await other.RefusedAsync(HttpMethod.Post, $"/api/conversations/{id}/messages", new { text = "hello" }, HttpStatusCode.NotFound);
            await other.RefusedAsync(HttpMethod.Post, $"/api/conversations/{id}/messages/{message}/retry", null, HttpStatusCode.NotFound);
        }

        (await ada.MessagesAsync(id)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Bad_input_is_refused_with_a_code()
    {
        using ChatClient ada = host.Person();
        string id = await ada.StartConversationAsync();
        string messages = $"/api/conversations/{id}/messages";

        (await ada.RefusedAsync(HttpMethod.Post, messages, new { text = new string('a', 10_000) }, HttpStatusCode.BadRequest)).Should().Be("message_too_long");
        (await ada.RefusedAsync(HttpMethod.Post, messages, new { text = " \n " }, HttpStatusCode.BadRequest)).Should().Be("message_empty");
        (await ada.RefusedAsync(HttpMethod.Post, messages, new { }, HttpStatusCode.BadRequest)).Should().Be("message_empty");
        await ada.RefusedAsync(HttpMethod.Post, messages, "{\"text\":", HttpStatusCode.BadRequest);
        (await ada.RefusedAsync(HttpMethod.Post, messages, new { text = "hello", idempotencyKey = new string('k', 300) }, HttpStatusCode.BadRequest)).Should().Be("validation_failed");
        (await ada.RefusedAsync(HttpMethod.Post, "/api/conversations", new { coachId = "nobody" }, HttpStatusCode.BadRequest)).Should().Be("coach_not_found");
        (await ada.RefusedAsync(HttpMethod.Post, "/api/conversations", new { coachId = "wendy", connectionId = Guid.NewGuid() }, HttpStatusCode.NotFound)).Should().Be("connection_not_found");
        (await ada.RefusedAsync(HttpMethod.Patch, $"/api/conversations/{id}", new { title = new string('a', 121) }, HttpStatusCode.BadRequest)).Should().Be("validation_failed");
        (await ada.MessagesAsync(id)).Should().BeEmpty();
    }

    [Fact]
    public async Task Characters_that_a_database_can_not_hold_do_no_harm()
    {
        using ChatClient ada = host.Person();
        string id = await ada.StartConversationAsync();

        await ada.HearAsync(id, "hello \0 <script>alert(1)</script> 👩‍👩‍👧");

        ((string?)(await ada.MessagesAsync(id))[0]!["text"]).Should().Be("hello \uFFFD <script>alert(1)</script> 👩‍👩‍👧");
    }
}
