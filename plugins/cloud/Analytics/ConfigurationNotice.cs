using AIWendy.Sdk;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Analytics;

/// <summary>Says once in the log what is wrong with the settings; the page of the administrator says it too.</summary>
internal sealed partial class ConfigurationNotice(AnalyticsOptions options, IDeployment deployment, ILogger<ConfigurationNotice> logger) : IPluginStartup
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (deployment.IsCloud && options.Problem is { } problem)
        {
            LogProblem(logger, problem);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "No usage events are sent: {Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);
}
