using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Import;

/// <summary>Real exports, against results that were computed independently.</summary>
public sealed class FixtureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tradovate_orders_executions.csv", "executions_table")]
    [InlineData("ibkr_transaction_history.csv", "ibkr_trades")]
    [InlineData("ibkr_activity_no_trades.csv", "ibkr_trades")]
    [InlineData("aggregated_tradebook_multi_currency.csv", "executions_table")]
    [InlineData("kucoin_fills.csv", "executions_table")]
    [InlineData("traderepublic_export_semicolon.csv", "trade_republic")]
    [InlineData("cn_broker_delivery_utf8_crlf.csv", "executions_table")]
    [InlineData("robinhood_options.csv", "robinhood_activity")]
    public void Executions_and_realised_results_match(string name, string format)
    {
        if (Read(name) is not var (found, parsed, expected))
        {
            return;
        }

        found.Should().Be(format);
        parsed.ErrorCount.Should().Be(0);
        ImportTotals totals = ImportTotals.Of(parsed.Executions);
        output.WriteLine($"{parsed.Executions.Count} {totals.Symbols.Count} {string.Join(" ", totals.ByCurrency)} open {totals.OpenPositions.Count} skipped {string.Join(" ", parsed.Skipped.CountBy(row => row.Reason))}");
        Check(expected, "executions", parsed.Executions.Count);
        Check(expected, "buys", parsed.Executions.Count(execution => execution.Side == FillSide.Buy));
        Check(expected, "round_trips", totals.ByCurrency.Sum(total => total.ClosedTrades));
        Check(expected, "open_positions", totals.OpenPositions.Count);
        Check(expected, "realised_gross", Math.Round(totals.ByCurrency.Sum(total => total.Gross), 6));
        Check(expected, "fees_on_closed", Math.Round(totals.ByCurrency.Sum(total => total.Fees), 6));
        Check(expected, "symbols", totals.Symbols.Count);
    }

    [Theory]
    [InlineData("tradovate_performance_a.csv", "tradovate_performance")]
    [InlineData("tradovate_performance_d.csv", "tradovate_performance")]
    [InlineData("topstepx_trades_export.csv", "topstepx_trades")]
    public void Closed_trades_match(string name, string format)
    {
        if (Read(name) is not var (found, parsed, expected))
        {
            return;
        }

        found.Should().Be(format);
        parsed.ErrorCount.Should().Be(0);
        CurrencyTotal total = ImportTotals.Of(parsed.Executions).ByCurrency.Single();
        total.ClosedTrades.Should().Be(expected.GetProperty("closed_trades").GetInt32());
        Math.Round(total.Gross, 6).Should().Be(expected.GetProperty("reported_pnl").GetDecimal());
        if (expected.TryGetProperty("net", out JsonElement net))
        {
            Math.Round(total.Net, 6).Should().Be(net.GetDecimal());
        }
    }

    private static void Check(JsonElement expected, string field, decimal actual)
    {
        if (expected.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.Number)
        {
            actual.Should().Be(value.GetDecimal(), field);
        }
    }

    private (string Format, ParsedImport Parsed, JsonElement Expected)? Read(string name)
    {
        if (Fixtures.Find("imports/" + name) is not { } path)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return null;
        }

        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Fixtures.Find("imports/expected.json")!)).RootElement.GetProperty(name);
        (string format, ParsedImport parsed) = Fixtures.Read(ImportFile.Open(name, () => File.OpenRead(path)));
        output.WriteLine(string.Join("; ", parsed.Errors.Take(5).Select(error => $"{error.Row} {error.Column} {error.Message.En}")));
        return (format, parsed, expected);
    }
}
