using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Import;

/// <summary>Every real export of the shared test data, against results that were computed independently.</summary>
public sealed class FixtureTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Formats = new()
    {
        ["tradovate_performance_a.csv"] = "tradovate_performance",
        ["tradovate_performance_d.csv"] = "tradovate_performance",
        ["tradovate_orders_executions.csv"] = "tradovate_fills",
        ["topstepx_trades_export.csv"] = "topstepx_trades",
        ["ibkr_activity_no_trades.csv"] = "ibkr_trades",
        ["ibkr_transaction_history.csv"] = "ibkr_trades",
        ["ibkr_flex_01.xml"] = "ibkr_trades",
        ["traderepublic_export_semicolon.csv"] = "trade_republic",
        ["robinhood_options.csv"] = "robinhood_activity",
        ["aggregated_tradebook_multi_currency.csv"] = "executions_table",
        ["cn_broker_delivery_utf8_crlf.csv"] = "cn_broker",
        ["cn_haitong_htsec.xlsx"] = "cn_broker",
        ["cn_huobi.csv"] = "huobi_trades",
        ["tradingview_list_of_trades_bom.csv"] = "tradingview_trades",
        ["ninjatrader_grid_eu_title_line.csv"] = "ninjatrader_trades",
        ["thinkorswim_today_activity.csv"] = "thinkorswim",
        ["kraken_trades.csv"] = "kraken_trades",
        ["mt4_detailed_statement_usd.htm"] = "metatrader4",
        ["mt4_detailed_statement_pending.htm"] = "metatrader4",
        ["mt4_converted.xlsx"] = "metatrader4",
        ["mt5_strategy_tester_utf16_strings.xlsx"] = "metatrader5",
        ["kucoin_fills.csv"] = "kucoin_fills",
        ["bittrex_preamble.csv"] = "bittrex_orders",
        ["degiro.csv"] = "degiro_account",
        ["schwab.csv"] = "schwab",
        ["swissquote.csv"] = "swissquote",
        ["trading212.csv"] = "trading212",
        ["bux.csv"] = "bux",
        ["coinbase.csv"] = "coinbase",
        ["revolut_invest.csv"] = "revolut_stocks",
        ["revolut_crypto.csv"] = "revolut_crypto",
        ["cryptocom.csv"] = "cryptocom",
    };

    public static TheoryData<string> Files => [.. Formats.Keys];

    [Fact]
    public void No_file_is_left_out()
    {
        if (Fixtures.Find("imports/expected.json") is not { } path)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(path));
        expected.RootElement.EnumerateObject().Select(entry => entry.Name).Should().BeSubsetOf(Formats.Keys);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_comes_out_as_computed_independently(string name)
    {
        if (Fixtures.Find("imports/" + name) is not { } path)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Fixtures.Find("imports/expected.json")!));
        JsonElement expected = document.RootElement.GetProperty(name);
        (string format, ParsedImport parsed) = Fixtures.Read(ImportFile.Open(name, () => File.OpenRead(path)));
        ImportTotals totals = ImportTotals.Of(parsed.Executions);
        output.WriteLine($"{format}: {parsed.Executions.Count} executions, {totals.Symbols.Count} symbols, {string.Join(" ", totals.ByCurrency)}, open {totals.OpenPositions.Count}, skipped {string.Join(" ", parsed.Skipped.CountBy(row => row.Reason))}, "
            + $"warnings {string.Join(" ", parsed.Warnings.Select(warning => warning.Code))}, errors {string.Join("; ", parsed.Errors.Take(5).Select(error => $"{error.Row} {error.Column} {error.Message.En}"))}");

        format.Should().Be(Formats[name]);
        parsed.ErrorCount.Should().Be(0);
        CheckSymbols(expected, totals.Symbols);
        if (expected.GetProperty("kind").GetString() == "closed_trades")
        {
            CheckTrades(expected, parsed, totals);
        }
        else
        {
            CheckExecutions(expected, parsed, totals);
        }
    }

    [Fact]
    public void Fees_glued_to_their_coin_count_at_the_price_of_the_fill()
    {
        if (Fixtures.Find("imports/cn_huobi.csv") is not { } path)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        ParsedImport parsed = Fixtures.Read(ImportFile.Open("cn_huobi.csv", () => File.OpenRead(path))).Parsed;

        parsed.Executions.Select(execution => execution.Fee).Should().Equal(0.01076760m, 0.00915201m * 1.2252m, 0.00000060m * 45999m);
        parsed.Executions.Should().OnlyContain(execution => execution.Currency == "USDT");
        parsed.Executions.MinBy(execution => execution.ExecutedAt)!.Side.Should().Be(FillSide.Buy);
    }

    private static void CheckExecutions(JsonElement expected, ParsedImport parsed, ImportTotals totals)
    {
        Check(expected, "executions", parsed.Executions.Count);
        Check(expected, "buys", parsed.Executions.Count(execution => execution.Side == FillSide.Buy));
        Check(expected, "sells", parsed.Executions.Count(execution => execution.Side == FillSide.Sell));
        Check(expected, "fees_total", parsed.Executions.Sum(execution => execution.Fee));
        Check(expected, "round_trips", totals.ByCurrency.Sum(total => total.ClosedTrades));
        Check(expected, "open_positions", totals.OpenPositions.Count);
        Check(expected, "realised_gross", Math.Round(totals.ByCurrency.Sum(total => total.Gross), 6));
        Check(expected, "fees_on_closed", Math.Round(totals.ByCurrency.Sum(total => total.Fees), 6));
        Check(expected, "realised_net", Math.Round(totals.ByCurrency.Sum(total => total.Net), 6));
        if (expected.TryGetProperty("realised_per_currency", out JsonElement currencies))
        {
            foreach (JsonProperty currency in currencies.EnumerateObject())
            {
                Math.Round(totals.ByCurrency.Single(total => total.Currency == currency.Name).Gross, 6).Should().Be(currency.Value.GetDecimal(), currency.Name);
            }
        }
    }

    private static void CheckTrades(JsonElement expected, ParsedImport parsed, ImportTotals totals)
    {
        CurrencyTotal total = totals.ByCurrency.Single();
        Check(expected, "closed_trades", total.ClosedTrades);
        bool afterCosts = expected.TryGetProperty("last_cumulative", out _);
        Check(expected, "reported_pnl", Math.Round(afterCosts ? total.Net : total.Gross, 6));
        Check(expected, "gross_profit_column", Math.Round(total.Gross, 6));
        Check(expected, "profit", Math.Round(total.Gross, 6));
        Check(expected, "net", Math.Round(total.Net, 6));
        Check(expected, "fees", Math.Round(total.Fees, 6));
        Check(expected, "open_trades", totals.OpenPositions.Count);
        if (expected.TryGetProperty("commission", out JsonElement commission) && expected.TryGetProperty("swap", out JsonElement swap))
        {
            Math.Round(total.Fees, 6).Should().Be(-(commission.GetDecimal() + swap.GetDecimal()), "commission and swap");
        }

        Dictionary<string, decimal> results = Results(parsed, gross: !expected.TryGetProperty("wins_net", out _) && !afterCosts);
        foreach ((string field, int count) in new[]
        {
            ("wins", results.Values.Count(result => Math.Round(result, 6) > 0)), ("losses", results.Values.Count(result => Math.Round(result, 6) < 0)), ("breakeven", results.Values.Count(result => Math.Round(result, 6) == 0)),
        })
        {
            Check(expected, field, count);
            Check(expected, field + "_net", count);
        }
    }

    private static Dictionary<string, decimal> Results(ParsedImport parsed, bool gross) => parsed.Executions
        .GroupBy(execution => execution.PairingKey!)
        .Where(trade => trade.Count() == 2)
        .ToDictionary(trade => trade.Key, trade => trade.Sum(fill => (fill.Side == FillSide.Buy ? -1 : 1) * fill.Quantity * fill.Price * fill.Multiplier - (gross ? 0 : fill.Fee)));

    private static void CheckSymbols(JsonElement expected, IReadOnlyList<string> symbols)
    {
        if (expected.TryGetProperty("symbols", out JsonElement value) && value.ValueKind == JsonValueKind.Array)
        {
            symbols.Should().BeEquivalentTo(value.EnumerateArray().Select(symbol => symbol.GetString()));
        }
        else if (value.ValueKind == JsonValueKind.Number)
        {
            symbols.Should().HaveCount(value.GetInt32());
        }

        if (expected.TryGetProperty("symbol_list", out JsonElement list))
        {
            symbols.Should().Contain(list.EnumerateArray().Select(symbol => symbol.GetString()));
        }
    }

    private static void Check(JsonElement expected, string field, decimal actual)
    {
        if (expected.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.Number)
        {
            decimal computed = value.GetDecimal();
            Math.Round(actual, Math.Max(6, (int)computed.Scale)).Should().Be(computed, field);
        }
    }
}
