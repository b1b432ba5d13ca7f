using AIWendy.Host.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;
using Serilog.Sinks.SystemConsole.Themes;

namespace AIWendy.Host.Logging;

/// <summary>Where the log goes: readable to the console, as compact JSON to rolling files.</summary>
internal static class LoggingServices
{
    private const long FileSizeLimit = 50 * 1024 * 1024;
    private const int KeptFiles = 14;

    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    /// <summary>Replaces every log provider by the host's own.</summary>
    public static IServiceCollection AddHostLogging(this IServiceCollection services)
    {
        services.AddLogging(logging =>
        {
            logging.ClearProviders();
            logging.SetMinimumLevel(LogLevel.Debug);

            // Asked for before it is built, so that what is never written costs nothing. The server's own account of a
            // request, an activity and a scope, is replaced by the host's request id; its errors are the envelope's.
            logging.AddFilter("Microsoft", LogLevel.Warning);
            logging.AddFilter("System", LogLevel.Warning);
            logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
            logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        });
        services.AddSingleton<ILoggerProvider>(provider =>
            new SerilogLoggerProvider(Create(provider.GetRequiredService<HostSettings>()), dispose: true));
        return services;
    }

    /// <summary>The logger behind the provider.</summary>
    public static Logger Create(HostSettings settings)
    {
        LogEventLevel least = LevelOf(settings.LogLevel);
        return Everywhere(new LoggerConfiguration().MinimumLevel.Is(least), least)
            .WriteTo.Sink(new RedactingSink(Targets(settings.LogFolder)))
            .CreateLogger();
    }

    private static LoggerConfiguration Everywhere(LoggerConfiguration configuration, LogEventLevel least)
    {
        // The framework tells every request twice and every query; the host's own line says it once.
        LogEventLevel framework = least > LogEventLevel.Warning ? least : LogEventLevel.Warning;
        return configuration
            .MinimumLevel.Override("Microsoft", framework)
            .MinimumLevel.Override("System", framework)
            .MinimumLevel.Override("Npgsql", framework)
            .MinimumLevel.Override("Quartz", framework)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", least)
            .Enrich.With<CallEnricher>();
    }

    private static Logger Targets(string folder)
    {
        LoggerConfiguration targets = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Console(outputTemplate: ConsoleTemplate, formatProvider: System.Globalization.CultureInfo.InvariantCulture, theme: AnsiConsoleTheme.Literate);
        try
        {
            Directory.CreateDirectory(folder);
            targets = targets.WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(folder, "aiwendy-.log"),
                rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: FileSizeLimit,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: KeptFiles,
                shared: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"No log files are written: {exception.Message}");
        }

        return targets.CreateLogger();
    }

    private static LogEventLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Error => LogEventLevel.Error,
        LogLevel.Critical or LogLevel.None => LogEventLevel.Fatal,
        _ => LogEventLevel.Information,
    };
}
