using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Prices;
using AIWendy.Plugins.Journal.PropRules;
using AIWendy.Plugins.Journal.Rates;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Registers what computes figures from trades.</summary>
internal static class AnalysisServices
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services)
    {
        services.AddSingleton<AnalysisCache>();
        services.AddScoped<ClosedTradeReader>();
        services.AddScoped<TradeConversion>();
        services.AddScoped<TradeAnalysis>();
        services.AddScoped<DayShiftStore>();
        services.AddScoped<PriceBarStore>();
        services.AddScoped<PropRuleStore>();
        services.AddScoped<RateStore>();
        return services;
    }
}
