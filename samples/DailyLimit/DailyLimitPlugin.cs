using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DailyLimit;

public sealed class DailyLimitPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin
        .AddSettings(LimitsJson.Default.Limits)
        .AddJson(LimitsJson.Default)
        .AddPermission("daily-limit.read", Text.Of("Reads the limits of a day.", zh: "读取每日限额。"), Role.Viewer)
        .MapEndpoints(api => api.MapGet("/daily-limit", LimitEndpoints.GetAsync)
            .RequirePermission("daily-limit.read")
            .WithName("daily-limit.get")
            .WithSummary("The limits of a day.")
            .WithTags("Daily limit"));
}

/// <summary>What an administrator set, as in settings.schema.json.</summary>
internal sealed class Limits
{
    public decimal Loss { get; set; } = 500;

    public int Trades { get; set; } = 10;
}

internal static class LimitEndpoints
{
    public static async Task<Ok<Limits>> GetAsync(ISettings<Limits> settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await settings.GetAsync(cancellationToken));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Limits))]
internal sealed partial class LimitsJson : JsonSerializerContext;
