using AIWendy.Plugins.Journal.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>Registers what reads and keeps files.</summary>
internal static class ImportServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ParsedImports>();
        services.AddScoped<MappingStore>();
        services.AddScoped<ImportReader>();
        services.AddScoped<ImportInspector>();
        return services;
    }
}
