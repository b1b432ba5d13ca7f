using AIWendy.Plugins.Journal.Accounts;
using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Days;
using AIWendy.Plugins.Journal.Export;
using AIWendy.Plugins.Journal.Instruments;
using AIWendy.Plugins.Journal.Playbooks;
using AIWendy.Plugins.Journal.Projects;
using AIWendy.Plugins.Journal.Screenshots;
using AIWendy.Plugins.Journal.Views;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>What people write about their trades, days and accounts.</summary>
internal static class OverlayEndpoints
{
    public static void Map(RouteGroupBuilder journal)
    {
        AnnotationEndpoints.Map(journal);
        ScreenshotEndpoints.Map(journal);
        PlaybookEndpoints.Map(journal);
        ProjectEndpoints.Map(journal);
        DayEndpoints.Map(journal);
        CashEndpoints.Map(journal);
        InstrumentEndpoints.Map(journal);
        ViewEndpoints.Map(journal);
        ExportEndpoints.Map(journal);
    }

    /// <summary>Adds what the endpoints need.</summary>
    public static void AddOverlay(this IServiceCollection services)
    {
        services.AddScoped<AnnotationStore>();
        services.AddScoped<AnnotationEdits>();
        services.AddScoped<BulkEdits>();
        services.AddScoped<TradeMarks>();
        services.AddScoped<TagStore>();
        services.AddScoped<ScreenshotStore>();
        services.AddScoped<PlaybookStore>();
        services.AddScoped<PlaybookResults>();
        services.AddScoped<ProjectStore>();
        services.AddScoped<DayStore>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<CashStore>();
        services.AddScoped<InstrumentStore>();
        services.AddScoped<ExportService>();
        services.AddScoped<ExportRestore>();
        services.AddScoped<OverlayRestore>();
        services.AddScoped<ScreenshotRestore>();
    }
}
