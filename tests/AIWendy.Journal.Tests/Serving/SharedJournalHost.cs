using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>One server and one host with accounts and journal, for tests that bring their own people.</summary>
public sealed class SharedJournalHost : IAsyncLifetime
{
    internal PostgresFixture Postgres { get; } = new();

    internal AccountsHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        Host = await AccountsHost.StartAsync(Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    /// <summary>A new person in a browser.</summary>
    internal async Task<Trader> NewTraderAsync()
    {
        Browser browser = Host.OpenBrowser();
        Answer registered = await browser.RegisterAsync($"trader-{Guid.NewGuid():N}@example.org");
        registered.Status.Should().Be(HttpStatusCode.Created, registered.Text);
        return new Trader(browser, Guid.Parse(registered["user"]["id"]!.GetValue<string>()));
    }
}

[CollectionDefinition(Name)]
public sealed class JournalCollection : ICollectionFixture<SharedJournalHost>
{
    public const string Name = "Journal";
}

/// <summary>Somebody who uses the journal.</summary>
internal sealed record Trader(Browser Browser, Guid UserId) : IDisposable
{
    public const string TwoTrades = """
        Date,Time,Symbol,Quantity,Price,Side,Commission
        2025-01-15,09:30:00,AAPL,100,10,Buy,1
        2025-01-15,09:31:00,AAPL,100,12,Buy,1
        2025-01-15,09:40:00,AAPL,150,13,Sell,1.5
        2025-01-15,09:50:00,AAPL,50,9,Sell,0.5
        2025-01-16,10:00:00,TSLA,10,200,Sell Short,1
        2025-01-16,10:05:00,TSLA,10,203.33,Buy,1

        """;

    public Task<Answer> ImportAsync(string csv, params (string Name, string Value)[] fields) =>
        Browser.UploadAsync("/api/journal/imports", Encoding.UTF8.GetBytes(csv), "trades.csv", fields);

    public async Task<JsonNode> ReadAsync(string path)
    {
        Answer answer = await Browser.GetAsync("/api/journal/" + path);
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        return answer.Body!;
    }

    public async Task<int> CountTradesAsync() => (await ReadAsync("trades?limit=200"))["items"]!.AsArray().Count;

    public void Dispose() => Browser.Dispose();
}
