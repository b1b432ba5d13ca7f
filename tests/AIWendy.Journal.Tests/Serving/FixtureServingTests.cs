using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Calls;
using AIWendy.Journal.Tests.Engine.Statistics;
using AIWendy.Plugins.Journal.Coaching;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>A real list of trades: engine, API and coach's tool state the same numbers, and they are those computed independently.</summary>
[Collection(JournalCollection.Name)]
public sealed class FixtureServingTests(SharedJournalHost shared, ITestOutputHelper output)
{
    [Theory]
    [InlineData("mt4_small_124")]
    [InlineData("topstepx_486")]
    public async Task Engine_pages_and_tools_agree_to_the_last_digit(string name)
    {
        if (TradeList.Load(name) is not { } list)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        using Trader trader = await shared.NewTraderAsync();
        await StoreAsync(trader, list);

        JsonNode page = (await trader.ReadAsync("statistics"))["figures"]!;
        CoachToolResult tool = await InvokeAsync(trader);

        foreach (FigureValue figure in TradeStatistics.Compute(list.Trades, list.Start))
        {
            (page[figure.Id]!["value"]?.GetValue<decimal>()).Should().Be(figure.Value, figure.Id);
            tool.Figures.Single(evidence => evidence.Id == figure.Id).Value.Should().Be(figure.Value, figure.Id);
        }

        JsonNode rounded = JsonNode.Parse(tool.Json)!["figures"]!["net_pnl"]!;
        rounded["value"]!.GetValue<decimal>().Should().Be(DisplayRounding.Money(page["net_pnl"]!["value"]!.GetValue<decimal>(), "USD"));
        page["net_pnl"]!["value"]!.GetValue<decimal>().Should().BeApproximately(list.Expected.GetProperty("net").GetDecimal(), 0.01m);
        page["profit_factor"]!["value"]!.GetValue<decimal>().Should().BeApproximately(list.Expected.GetProperty("profit_factor").GetDecimal(), 0.0001m);
        page["max_drawdown"]!["value"]!.GetValue<decimal>().Should().BeApproximately(list.Expected.GetProperty("max_dd_abs").GetDecimal(), 0.01m);
    }

    private async Task StoreAsync(Trader trader, TradeList list)
    {
        Accounts.Tests.Serving.Answer account = await trader.Browser.PostAsync(
            "/api/journal/accounts", new { name = "List", currency = "USD", timeZone = "UTC", startBalance = list.Start });
        await using NpgsqlConnection owner = new(shared.Host.Settings.DatabaseUrl);
        await owner.OpenAsync();
        await using NpgsqlCommand insert = new(
            """
            insert into journal.round_trips (tenant_id, user_id, id, account_id, number, opening_execution_id, symbol, side, quantity, entry_price, exit_price, multiplier,
                gross, fees, net, currency, opened_at, closed_at, closed_on, fill_count)
            select $1, $2, gen_random_uuid(), $3, n, gen_random_uuid(), x.symbol, x.side, x.quantity, 1, 1, 1, x.net, 0, x.net, 'USD', x.opened, x.closed, (x.closed at time zone 'UTC')::date, 2
            from unnest($4::text[], $5::text[], $6::numeric[], $7::numeric[], $8::timestamptz[], $9::timestamptz[]) with ordinality as x (symbol, side, quantity, net, opened, closed, n)
            """,
            owner);
        foreach (object value in new object[]
        {
            WellKnown.DefaultTenantId,
            trader.UserId,
            Guid.Parse(account["id"].GetValue<string>()),
            list.Trades.Select(trade => trade.Symbol).ToArray(),
            list.Trades.Select(trade => trade.Side.ToString()).ToArray(),
            list.Trades.Select(trade => trade.Quantity).ToArray(),
            list.Trades.Select(trade => trade.Net).ToArray(),
            list.Trades.Select(trade => trade.OpenedAt).ToArray(),
            list.Trades.Select(trade => trade.ClosedAt).ToArray(),
        })
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using NpgsqlCommand tenant = new($"select set_config('app.tenant_id', '{WellKnown.DefaultTenantId}', false)", owner);
        await tenant.ExecuteNonQueryAsync();
        await insert.ExecuteNonQueryAsync();
    }

    private async Task<CoachToolResult> InvokeAsync(Trader trader)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId, UserId = trader.UserId, Role = Role.Member });
        IExtensions<ICoachTool> tools = shared.Host.Services.GetRequiredService<IExtensions<ICoachTool>>();
        await using IExtensionLease<ICoachTool> lease = tools.Acquire();
        using JsonDocument document = JsonDocument.Parse("""{"detail":"all"}""");
        return await lease.Items.Single(item => item.Value.Name == "journal_statistics").Value.InvokeAsync(document.RootElement, CancellationToken.None);
    }
}
