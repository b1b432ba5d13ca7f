using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Settings.Registry;

/// <summary>Lets the operator see every setting and change those that may be changed while serving.</summary>
internal static class RegistryEndpoints
{
    private const int HistoryLength = 100;

    public static void MapSettingRegistry(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder settings = app.MapGroup("/api/admin/settings")
            .RequirePermission(PermissionCatalogue.Administer).AddEndpointFilter<OperatorOnly>().WithTags("Administration");
        settings.MapGet("/", List)
            .WithName("settings.list")
            .WithSummary("Every setting with its value and where that comes from: environment, administrator or default.");
        settings.MapPatch("/", ChangeAsync)
            .WithName("settings.change")
            .WithSummary("Changes settings that the environment leaves open; null goes back to the default.");
        settings.MapGet("/history", HistoryAsync)
            .WithName("settings.history")
            .WithSummary("Who changed settings here, the newest first; the values of secrets are not in it.");
    }

    private static Ok<SettingList> List(SettingRegistry registry) => TypedResults.Ok(new SettingList(registry.List(Caller().Language)));

    private static async Task<Ok<SettingList>> ChangeAsync(SettingChange body, SettingRegistry registry, CancellationToken cancellationToken)
    {
        if (body.Values is null)
        {
            throw ProblemException.Invalid("values", Text.Of("Name what is to be changed.", "请指明要修改的设置。"));
        }

        await registry.ChangeAsync(body.Values, Caller(), cancellationToken);
        return TypedResults.Ok(new SettingList(registry.List(Caller().Language)));
    }

    private static async Task<Ok<SettingHistory>> HistoryAsync(string? key, AuditReader audit, CancellationToken cancellationToken)
    {
        IReadOnlyList<AuditEntry> entries = await audit.ReadAsync(
            Caller().TenantId, new AuditFilter(Action: SettingRegistry.Action, Subject: string.IsNullOrWhiteSpace(key) ? null : key), HistoryLength, cancellationToken);
        return TypedResults.Ok(new SettingHistory([.. entries.Select(entry => new SettingChanged(
            entry.Subject, entry.At, entry.UserId, entry.UserName, (string?)entry.Before?["value"], (string?)entry.After?["value"]))]));
    }

    private static CallState Caller() => CallContext.Current ?? throw new InvalidOperationException("A request always has a call.");
}

/// <summary>All settings.</summary>
internal sealed record SettingList(IReadOnlyList<SettingView> Items);

/// <summary>New values.</summary>
/// <param name="Values">Values as text by the name of the setting; null goes back to the default.</param>
internal sealed record SettingChange(IReadOnlyDictionary<string, string?>? Values);

/// <summary>What was changed.</summary>
internal sealed record SettingHistory(IReadOnlyList<SettingChanged> Items);

/// <summary>One change of a setting.</summary>
/// <param name="Key">Its name.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">His name at that time, or null.</param>
/// <param name="Before">What was set before, masked for a secret; null where the default counted.</param>
/// <param name="After">What was set then; null where the default counted again.</param>
internal sealed record SettingChanged(string Key, DateTimeOffset At, Guid UserId, string? UserName, string? Before, string? After);
