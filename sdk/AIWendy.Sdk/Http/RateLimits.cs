using Microsoft.AspNetCore.Builder;

namespace AIWendy.Sdk;

/// <summary>Names of the rate limits that the host has figures for; the operator sets them with <c>RATE_LIMIT_*</c>.</summary>
public static class RateLimits
{
    /// <summary>Questions to a coach, per person and hour.</summary>
    public const string Chat = "chat";

    /// <summary>Imports into and entries of the journal, per person and day.</summary>
    public const string Journal = "journal";

    /// <summary>Attempts to sign in, per address and minute.</summary>
    public const string SignIn = "sign_in";

    /// <summary>New accounts, per address and hour.</summary>
    public const string Registration = "registration";

    /// <summary>Mails that anybody can make the installation send, such as one for a forgotten password; per address and hour.</summary>
    public const string PasswordMail = "password_mail";
}

/// <summary>How often an endpoint may be called.</summary>
/// <param name="Policy">Name under which calls are counted; endpoints of one name are counted together.</param>
public sealed record RateLimitMetadata(string Policy)
{
    /// <summary>Calls within <see cref="Window"/>; <see langword="null"/> for a policy of <see cref="RateLimits"/>, whose figures the operator sets.</summary>
    public int? Permits { get; init; }

    /// <summary>Length of the sliding window; <see langword="null"/> for a policy of <see cref="RateLimits"/>.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>Whether calls are counted per network address, also those of people who are signed in; otherwise per person.</summary>
    public bool PerAddress { get; init; }
}

/// <summary>Limits on how often endpoints may be called.</summary>
public static class RateLimitConventions
{
    /// <summary>
    /// Limits how often the endpoint may be called, with a policy of <see cref="RateLimits"/>. Counts across all replicas;
    /// off where the operator has not switched limits on (<c>RATE_LIMIT_ENABLED</c>). Whoever calls too often gets 429 with
    /// <c>Retry-After</c>.
    /// </summary>
    public static TBuilder WithRateLimit<TBuilder>(this TBuilder builder, string policy)
        where TBuilder : IEndpointConventionBuilder =>
        Add(builder, new RateLimitMetadata(policy));

    /// <summary>Limits how often the endpoint may be called, with a policy of the plugin's own. A tenant's plan may state other figures.</summary>
    /// <param name="builder">The endpoint or group.</param>
    /// <param name="policy">Name of the policy, unlike those of <see cref="RateLimits"/>; begin it with the plugin's name.</param>
    /// <param name="permits">Calls within the window, at least 1.</param>
    /// <param name="window">Length of the sliding window, a second to 31 days.</param>
    /// <param name="perAddress">Whether to count per network address rather than per person.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of its range.</exception>
    public static TBuilder WithRateLimit<TBuilder>(this TBuilder builder, string policy, int permits, TimeSpan window, bool perAddress = false)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, TimeSpan.FromDays(31));
        return Add(builder, new RateLimitMetadata(policy) { Permits = permits, Window = window, PerAddress = perAddress });
    }

    private static TBuilder Add<TBuilder>(TBuilder builder, RateLimitMetadata metadata) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}
