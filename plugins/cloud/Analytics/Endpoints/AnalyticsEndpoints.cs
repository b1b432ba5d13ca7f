using AIWendy.Plugins.Analytics.Consent;
using AIWendy.Plugins.Analytics.Data;
using AIWendy.Plugins.Analytics.Delivery;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Analytics.Endpoints;

internal static class AnalyticsEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder analytics = api.MapGroup("/analytics").WithTags("Analytics").RequireFeature(AnalyticsPlugin.Feature);
        analytics.MapGet("/consent", ConsentAsync)
            .RequirePermission(AnalyticsPermissions.Choose).WithName("analytics.consent").WithSummary("Whether the caller's use is counted");
        // Nobody needs a licence to be left alone.
        analytics.MapPut("/consent", ChooseAsync)
            .AlwaysReachable().RequirePermission(AnalyticsPermissions.Choose).WithName("analytics.choose").WithSummary("Choose whether the own use is counted; no also deletes what waits");
        analytics.MapGet("/delivery", DeliveryAsync)
            .RequirePermission(AnalyticsPermissions.Manage).WithName("analytics.delivery").WithSummary("How the delivery of usage events goes");
        analytics.MapPut("/delivery", ChooseForTenantAsync)
            .RequirePermission(AnalyticsPermissions.Manage).WithName("analytics.chooseForTenant").WithSummary("Choose for the whole tenant; no also deletes what waits");
    }

    private static async Task<Ok<ConsentView>> ConsentAsync(Choices choices, AnalyticsOptions options, ICurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ViewAsync(choices, options, user, cancellationToken));

    private static async Task<Ok<ConsentView>> ChooseAsync(
        Choice choice, Choices choices, AnalyticsOptions options, ICurrentUser user, CancellationToken cancellationToken)
    {
        await choices.ChooseForPersonAsync(Made(choice), cancellationToken);
        return TypedResults.Ok(await ViewAsync(choices, options, user, cancellationToken));
    }

    private static async Task<Ok<DeliveryView>> DeliveryAsync(
        Choices choices, AnalyticsOptions options, Outbox outbox, DeliveryLog log, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ViewAsync(choices, options, outbox, log, cancellationToken));

    private static async Task<Ok<DeliveryView>> ChooseForTenantAsync(
        Choice choice, Choices choices, AnalyticsOptions options, Outbox outbox, DeliveryLog log, CancellationToken cancellationToken)
    {
        await choices.ChooseForTenantAsync(Made(choice), cancellationToken);
        return TypedResults.Ok(await ViewAsync(choices, options, outbox, log, cancellationToken));
    }

    private static bool Made(Choice choice) => choice.Sends ?? throw ProblemException.Invalid("sends", "Say true or false.");

    private static async Task<ConsentView> ViewAsync(Choices choices, AnalyticsOptions options, ICurrentUser user, CancellationToken cancellationToken) =>
        new(NameOf(options), await choices.OfTenantAsync(cancellationToken), await choices.OfPersonAsync(cancellationToken), user.DoNotTrack);

    private static async Task<DeliveryView> ViewAsync(
        Choices choices, AnalyticsOptions options, Outbox outbox, DeliveryLog log, CancellationToken cancellationToken)
    {
        DeliveryState state = await log.ReadAsync(cancellationToken);
        (int pending, int dead) = await outbox.CountAsync(cancellationToken);
        return new DeliveryView(
            NameOf(options),
            options.Host?.GetLeftPart(UriPartial.Authority),
            options.Problem,
            await choices.OfTenantAsync(cancellationToken),
            pending,
            options.OutboxLimit,
            state.Delivered,
            state.Dropped,
            dead,
            state.LastDeliveredAt,
            state.LastError,
            state.NextAttemptAt);
    }

    private static ProviderName NameOf(AnalyticsOptions options) => options.Provider switch
    {
        AnalyticsProvider.PostHog => ProviderName.PostHog,
        AnalyticsProvider.Mixpanel => ProviderName.Mixpanel,
        _ => ProviderName.None,
    };
}
