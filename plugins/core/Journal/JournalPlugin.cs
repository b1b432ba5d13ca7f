using AIWendy.Plugins.Journal.Behaviour;
using AIWendy.Plugins.Journal.Coaching;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Import.Formats;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Plugins.Journal.Inbox;
using AIWendy.Plugins.Journal.Prices;
using AIWendy.Plugins.Journal.PropRules;
using AIWendy.Plugins.Journal.Rates;
using AIWendy.Plugins.Journal.Rules;
using AIWendy.Plugins.Journal.Sample;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Plugins.Journal;

/// <summary>Trades of a person: imports, round trips, statistics, and tools over them.</summary>
public sealed class JournalPlugin : IPlugin
{
    /// <inheritdoc />
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        AddServices(plugin.Services);
        plugin
            .AddDatabase<JournalDbContext>()
            .AddJson(JournalJsonContext.Default)
            .AddJson(OverlayJsonContext.Default)
            .AddJson(AnalysisJsonContext.Default)
            .AddJson(PropRuleJsonContext.Default)
            .AddJson(PriceBarJsonContext.Default)
            .AddJson(RateJsonContext.Default)
            .AddJson(ImportJsonContext.Default)
            .AddPermission(JournalPermissions.Read, Text.Of("See the own trades and statistics.", "查看自己的交易和统计。"), Role.Viewer)
            .AddPermission(JournalPermissions.Write, Text.Of("Import trades, undo imports and change accounts.", "导入交易、撤销导入并修改账户。"))
            .AddTool<StatisticsTool>()
            .AddTool<TradesTool>()
            .AddTool<AfterLossTool>()
            .AddBehaviour()
            .AddTradingRules()
            .AddInbox()
            .AddTool<BreakdownTool>()
            .AddTool<CompareTool>()
            .AddTool<DayTool>()
            .MapEndpoints(JournalEndpoints.Map);
        plugin.AddExtension(new PersonalTable("revisions") { IsDerived = true });
        plugin.AddExtension(new PersonalTable("account_totals") { IsDerived = true });
        foreach (ITradeImporter importer in ImportFormats.All)
        {
            plugin.AddExtension(importer);
        }
    }

    /// <summary>Adds the journal's services; those of the SDK must be there.</summary>
    internal static void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<AccountStore>();
        services.AddScoped<BatchStore>();
        services.AddScoped<ExecutionStore>();
        services.AddScoped<RoundTripStore>();
        services.AddScoped<FillReader>();
        services.AddScoped<TradeReader>();
        services.AddAnalysis();
        services.AddScoped<ImportAccounts>();
        services.AddScoped<ImportService>();
        services.AddImports();
        services.AddScoped<ImportBodies>();
        services.AddScoped<SampleService>();
        services.AddOverlay();
    }
}
