using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>What a person may ask of his data, with a journal as the plugin that knows nothing of it.</summary>
[Collection(AccountsCollection.Name)]
public sealed class PersonalDataTests(SharedAccountsHost shared)
{
    private const string Password = "violet kettle 9";

    private const string Trades = """
        Date,Time,Symbol,Quantity,Price,Side,Commission
        2025-01-15,09:30:00,AAA,100,10.77,Buy,1
        2025-01-15,09:40:00,AAA,100,13.33,Sell,1.5
        2025-01-16,10:00:00,BBB,10,200.5,Buy,0.25

        """;

    [Fact]
    public async Task The_data_of_the_time_without_sign_in_go_to_the_first_account_whole()
    {
        await using AccountsHost before = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "0"));
        using Browser guest = before.OpenBrowser();
        await ImportTradesAsync(guest);
        string trades = (await guest.GetAsync("/api/journal/trades")).Text;
        trades.Should().Contain("AAA");

        await using AccountsHost after = await Successor(before);
        using Browser ada = after.OpenBrowser();
        (await ada.RegisterAsync("ada@example.org")).Status.Should().Be(HttpStatusCode.Created);
        (await ada.GetAsync("/api/journal/trades")).Text.Should().Be(trades);
        (await Traces(after, "00000000-0000-7000-8000-000000000002", [])).Should().BeEmpty("nothing is left behind");
    }

    [Fact]
    public async Task An_account_that_was_made_in_the_time_without_sign_in_gets_them_when_sign_in_is_turned_on()
    {
        await using AccountsHost before = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "0"));
        using Browser guest = before.OpenBrowser();
        await ImportTradesAsync(guest);
        string trades = (await guest.GetAsync("/api/journal/trades")).Text;
        using Browser ada = before.OpenBrowser();
        await ada.RegisterAsync("ada@example.org");
        (await ada.GetAsync("/api/journal/trades")).Text.Should().NotContain("AAA");

        await using AccountsHost after = await Successor(before);
        using Browser later = after.OpenBrowser();
        (await later.SignInAsync("ada@example.org")).Status.Should().Be(HttpStatusCode.OK);
        (await later.GetAsync("/api/journal/trades")).Text.Should().Be(trades);
    }

    [Fact]
    public async Task An_export_taken_in_elsewhere_gives_the_same_export()
    {
        await using AccountsHost elsewhere = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser ada = shared.Host.OpenBrowser();
        await ada.RegisterAsync($"ada-{Guid.NewGuid():N}@example.org");
        await ada.PatchAsync("/api/accounts/me", new { displayName = "Ada", baseCurrency = "EUR", markets = new[] { "stocks" } });
        await ImportTradesAsync(ada);
        Archive first = await ExportAsync(ada);
        first.Names.Should().Contain(["index.html", "manifest.json", "data/journal.executions.jsonl", "data/journal.executions.schema.json", "data/accounts.users.jsonl"])
            .And.Contain(name => name.StartsWith("files/journal.import_batches/", StringComparison.Ordinal));
        first.Text("data/accounts.sessions.jsonl").Should().NotContain("token_hash");
        first.Everything.Should().NotContain("AQAAAA", "the hash of a password stays here");
        first.Text("index.html").Should().Contain("journal.executions").And.Contain("AAA");

        using Browser bob = elsewhere.OpenBrowser();
        await bob.RegisterAsync("bob@example.org");
        Answer taken = await bob.PutBytesAsync(HttpMethod.Post, "/api/accounts/import", first.Bytes, "application/zip");
        taken.Status.Should().Be(HttpStatusCode.OK, taken.Text);
        ((int)taken["added"]).Should().BeGreaterThan(5);
        Archive second = await ExportAsync(bob);
        foreach (string name in first.Names.Where(name => name.StartsWith("data/journal.", StringComparison.Ordinal)))
        {
            second.Normalised(name).Should().Be(first.Normalised(name), name);
        }

        (await bob.GetAsync("/api/journal/trades")).Text.Should().Be((await ada.GetAsync("/api/journal/trades")).Text);
        ((string?)(await bob.GetAsync("/api/accounts/me"))["baseCurrency"]).Should().Be("EUR");

        Answer again = await bob.PutBytesAsync(HttpMethod.Post, "/api/accounts/import", first.Bytes, "application/zip");
        ((int)again["added"]).Should().Be(0, "what is there is not taken twice");
    }

    [Fact]
    public async Task An_export_taken_in_beside_the_original_gets_ids_of_its_own()
    {
        using Browser ada = shared.Host.OpenBrowser();
        await ada.RegisterAsync($"ada-{Guid.NewGuid():N}@example.org");
        await ImportTradesAsync(ada);
        Archive export = await ExportAsync(ada);
        string before = (await ada.GetAsync("/api/journal/trades")).Text;

        using Browser bob = shared.Host.OpenBrowser();
        await bob.RegisterAsync($"bob-{Guid.NewGuid():N}@example.org");
        (await bob.PutBytesAsync(HttpMethod.Post, "/api/accounts/import", export.Bytes, "application/zip")).Status.Should().Be(HttpStatusCode.OK);
        (await bob.GetAsync("/api/journal/trades"))["items"].AsArray().Should().HaveSameCount((await ada.GetAsync("/api/journal/trades"))["items"].AsArray());
        (await ada.GetAsync("/api/journal/trades")).Text.Should().Be(before, "the original is untouched");
    }

    [Theory]
    [InlineData("no zip at all")]
    [InlineData("")]
    public async Task What_is_no_export_is_refused(string content)
    {
        using Browser ada = shared.Host.OpenBrowser();
        await ada.RegisterAsync($"ada-{Guid.NewGuid():N}@example.org");
        (await ada.PutBytesAsync(HttpMethod.Post, "/api/accounts/import", Encoding.UTF8.GetBytes(content), "application/zip")).Code
            .Should().Be("archive_invalid");
    }

    [Fact]
    public async Task A_deleted_account_can_come_back_for_14_days_and_is_then_gone_from_every_table()
    {
        using Browser owner = shared.Host.OpenBrowser();
        await owner.RegisterAsync($"first-{Guid.NewGuid():N}@example.org");
        using Browser ada = shared.Host.OpenBrowser();
        string email = $"ada-{Guid.NewGuid():N}@example.org";
        string id = (string)(await ada.RegisterAsync(email))["user"]["id"]!;
        await ImportTradesAsync(ada);
        await ada.PostAsync("/api/accounts/tokens", new { name = "script", scopes = new[] { "accounts.self" } });

        (await ada.PostAsync("/api/accounts/deletion", new { password = "wrong" })).Code.Should().Be("wrong_password");
        Answer asked = await ada.PostAsync("/api/accounts/deletion", new { password = Password });
        asked.Status.Should().Be(HttpStatusCode.Accepted);
        ((DateTimeOffset)asked["dueAt"]).Should().BeCloseTo(DateTimeOffset.UtcNow.AddDays(14), TimeSpan.FromMinutes(5));
        (await ada.DeleteAsync("/api/accounts/deletion")).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync("/api/accounts/me")).Body!["deletionDueAt"].Should().BeNull();

        await ada.PostAsync("/api/accounts/deletion", new { password = Password });
        await shared.Host.RunJobAsync("erase-accounts");
        (await ada.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK, "the two weeks are not over");
        (await Traces(shared.Host, id, [email])).Should().NotBeEmpty("the search finds what is there");

        await shared.Host.QueryAsync($"update accounts.users set deletion_due_at = now() where id = '{id}' returning 1");
        await shared.Host.RunJobAsync("erase-accounts");
        (await Traces(shared.Host, id, [email])).Should().BeEmpty();
        (await ada.SignInAsync(email)).Code.Should().Be("invalid_credentials");
    }

    /// <summary>Every row of every table of every schema, but the audit log, which keeps ids, that holds the id or one of the words.</summary>
    private static async Task<IReadOnlyList<string>> Traces(AccountsHost host, string id, string[] words)
    {
        IReadOnlyList<object?[]> tables = await host.QueryAsync("""
            select n.nspname || '.' || quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
            """);
        tables.Count.Should().BeGreaterThan(20);
        List<string> found = [];
        foreach (string table in tables.Select(row => (string)row[0]!))
        {
            IEnumerable<string> wanted = table == "aiwendy.audit_entries" ? words : words.Append(id);
            string like = string.Join(" or ", wanted.DefaultIfEmpty(Guid.NewGuid().ToString("D")).Select(word => $"t::text ilike '%{word}%'"));
            found.AddRange((await host.QueryAsync($"select left(t::text, 200) from {table} t where {like}")).Select(row => $"{table}: {row[0]}"));
        }

        return found;
    }

    private static async Task ImportTradesAsync(Browser browser) =>
        (await browser.UploadAsync("/api/journal/imports", Encoding.UTF8.GetBytes(Trades), "trades.csv", ("commit", "true"))).Status
            .Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);

    private static async Task<Archive> ExportAsync(Browser browser) => new(await browser.PostForBytesAsync("/api/accounts/export"));

    private Task<AccountsHost> Successor(AccountsHost before) => AccountsHost.StartAsync(
        shared.Postgres,
        ("AIWENDY_AUTH_REQUIRED", "1"),
        ("DATABASE_URL", before.Settings.DatabaseUrl!),
        ("AIWENDY_SECRET_KEY", before.Settings.SecretKey!));

    private sealed class Archive(byte[] bytes)
    {
        private readonly Dictionary<string, string> texts = Read(bytes);

        public byte[] Bytes => bytes;

        public IEnumerable<string> Names => texts.Keys;

        public string Everything => string.Concat(texts.Values);

        public string Text(string name) => texts[name];

        /// <summary>The rows in order, without what must differ: whose they are.</summary>
        public string Normalised(string name)
        {
            string userId = (string)JsonNode.Parse(texts["manifest.json"])!["userId"]!;
            return string.Join('\n', texts[name].Split('\n').Select(line => line.Replace(userId, "me", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }

        private static Dictionary<string, string> Read(byte[] bytes)
        {
            using ZipArchive zip = new(new MemoryStream(bytes));
            return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
            {
                using StreamReader reader = new(entry.Open());
                return reader.ReadToEnd();
            });
        }
    }
}
