using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Plugins.Analytics;

/// <summary>What the operator set in the environment.</summary>
internal sealed record AnalyticsOptions
{
    public const int DefaultOutboxLimit = 100_000;

    public AnalyticsProvider Provider { get; private init; }

    /// <summary>Project key or token of the provider.</summary>
    public string Key { get; private init; } = string.Empty;

    /// <summary>Ingestion address without a slash at the end.</summary>
    public Uri? Host { get; private init; }

    /// <summary>Most events of a tenant that wait.</summary>
    public int OutboxLimit { get; private init; } = DefaultOutboxLimit;

    /// <summary>What is wrong with the settings, in a sentence; null when events can be sent or are not wanted.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether there is a provider to send to.</summary>
    public bool CanSend => Provider != AnalyticsProvider.None && Problem is null;

    public static AnalyticsOptions From(IConfiguration configuration)
    {
        AnalyticsOptions options = (configuration["ANALYTICS_PROVIDER"] ?? string.Empty).Trim().ToLowerInvariant() switch
        {
            "" or "none" => new AnalyticsOptions(),
            "posthog" => Of(AnalyticsProvider.PostHog, "POSTHOG_API_KEY", configuration["POSTHOG_API_KEY"], "POSTHOG_HOST", PostHogHost(configuration["POSTHOG_HOST"])),
            "mixpanel" => Of(AnalyticsProvider.Mixpanel, "MIXPANEL_TOKEN", configuration["MIXPANEL_TOKEN"], "MIXPANEL_HOST", configuration["MIXPANEL_HOST"], "https://api.mixpanel.com"),
            _ => new AnalyticsOptions { Problem = "ANALYTICS_PROVIDER must be posthog, mixpanel or none." },
        };
        return WithLimit(options, configuration["ANALYTICS_OUTBOX_LIMIT"]);
    }

    private static AnalyticsOptions Of(
        AnalyticsProvider provider, string keyName, string? key, string hostName, string? host, string defaultHost = "https://us.i.posthog.com")
    {
        string address = string.IsNullOrWhiteSpace(host) ? defaultHost : host.Trim().TrimEnd('/');
        Uri? uri = Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "http" or "https" ? parsed : null;
        string? problem = string.IsNullOrWhiteSpace(key) ? $"{keyName} is empty."
            : uri is null ? $"{hostName} must be a complete http or https address."
            : null;
        return new AnalyticsOptions { Provider = provider, Key = key?.Trim() ?? string.Empty, Host = uri, Problem = problem };
    }

    // Addresses of PostHog's web page, which earlier instructions named; events go to the ingestion hosts.
    private static string? PostHogHost(string? host) => host?.Trim().TrimEnd('/').ToLowerInvariant() switch
    {
        "https://app.posthog.com" or "https://us.posthog.com" => "https://us.i.posthog.com",
        "https://eu.posthog.com" => "https://eu.i.posthog.com",
        _ => host,
    };

    private static AnalyticsOptions WithLimit(AnalyticsOptions options, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return options;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit > 0
            ? options with { OutboxLimit = limit }
            : options with { Problem = "ANALYTICS_OUTBOX_LIMIT must be a whole number above 0." };
    }
}

/// <summary>Who receives the events.</summary>
internal enum AnalyticsProvider
{
    None,
    PostHog,
    Mixpanel,
}
