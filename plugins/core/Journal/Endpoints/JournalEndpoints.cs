using AIWendy.Plugins.Journal.Behaviour;
using AIWendy.Plugins.Journal.Prices;
using AIWendy.Plugins.Journal.PropRules;
using AIWendy.Plugins.Journal.Rates;
using AIWendy.Plugins.Journal.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>Everything below <c>/api/journal</c>.</summary>
internal static class JournalEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder journal = api.MapGroup("/journal").WithTags("Journal");
        ImportEndpoints.Map(journal);
        ImportMappingEndpoints.Map(journal);
        TradeEndpoints.Map(journal);
        AnalysisEndpoints.Map(journal);
        BreakdownEndpoints.Map(journal);
        MonteCarloEndpoints.Map(journal);
        ComparisonEndpoints.Map(journal);
        PropRuleEndpoints.Map(journal);
        PriceBarEndpoints.Map(journal);
        TradePriceEndpoints.Map(journal);
        RateEndpoints.Map(journal);
        AccountEndpoints.Map(journal);
        OverlayEndpoints.Map(journal);
        BehaviourEndpoints.Map(journal);
        RuleEndpoints.Map(journal);
    }
}
