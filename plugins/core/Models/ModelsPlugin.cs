using AIWendy.Plugins.Models.Connections;
using AIWendy.Plugins.Models.Data;
using AIWendy.Plugins.Models.Endpoints;
using AIWendy.Plugins.Models.Offline;
using AIWendy.Plugins.Models.Providers;
using AIWendy.Plugins.Models.Providers.Anthropic;
using AIWendy.Plugins.Models.Providers.Ollama;
using AIWendy.Plugins.Models.Providers.OpenAi;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Plugins.Models.Usage;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Models;

/// <summary>Connections to language models, and the offline coach that needs none.</summary>
public sealed class ModelsPlugin : IPlugin
{
    /// <inheritdoc />
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        AddServices(plugin.Services);
        plugin.Services.AddSingleton(EnvironmentConnections.From(plugin.Configuration));
        plugin
            .AddDatabase<ModelsDbContext>()
            .AddJson(ModelsJsonContext.Default)
            .AddPermission(
                ModelsPermissions.Read,
                Text.Of("See the own connections to models and what they used.", "查看自己的模型连接和用量。"),
                Role.Viewer)
            .AddPermission(
                ModelsPermissions.Write,
                Text.Of("Add, change, test and delete the own connections to models.", "添加、修改、测试和删除自己的模型连接。"))
            .AddExtension<IModels, UserModels>()
            .AddJob<RemoveOld>("remove-old", JobSchedule.DailyAt(3, 55))
            .MapEndpoints(ModelsEndpoints.Map);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new ModelTransport(
            provider.GetRequiredService<IOutboundHttp>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ModelTransport>>()));
        services.AddSingleton<OpenAiProvider>();
        services.AddSingleton<AnthropicProvider>();
        services.AddSingleton<OllamaProvider>();
        services.AddSingleton<OfflineProvider>();
        services.AddSingleton<ProviderSet>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<UsageRecorder>();
        services.AddScoped<ConnectionRules>();
        services.AddScoped<ConnectionStore>();
        services.AddScoped<ConnectionCatalogue>();
        services.AddScoped<ConnectionTest>();
        services.AddScoped<UsageReport>();
    }
}
