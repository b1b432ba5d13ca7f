using System.Globalization;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>The whole journal, or the trades of a filter, as a file.</summary>
internal static class ExportEndpoints
{
    public static void Map(RouteGroupBuilder journal) => journal.MapGet("/export", Export)
        .RequirePermission(JournalPermissions.Read)
        .AlwaysReachable()
        .WithName("journal.export")
        .WithSummary("The journal as csv, xlsx, json or zip; what it holds can be imported again");

    private static PushStreamHttpResult Export(
        string? format,
        [AsParameters] TradeFilterQuery query,
        ExportService exports,
        TimeProvider time,
        HttpContext http)
    {
        ExportFormat chosen = ExportService.Format(format);
        TradeFilter filter = query.ToFilter();
        string type = chosen switch
        {
            ExportFormat.Csv => "text/csv; charset=utf-8",
            ExportFormat.Zip => "application/zip",
            ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "application/json",
        };
        string day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            output => exports.WriteAsync(output, chosen, filter.IsEmpty ? null : filter, http.RequestAborted),
            type,
            $"aiwendy-journal-{day}.{chosen.ToString().ToLowerInvariant()}");
    }
}
