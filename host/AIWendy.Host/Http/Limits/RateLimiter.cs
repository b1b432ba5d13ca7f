using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Features;
using AIWendy.Host.Http.Problems;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Http.Limits;

/// <summary>Holds calls to what the operator and the plans allow. Everything that is asked of it while it is off is nothing.</summary>
internal sealed class RateLimiter(LiveSettings settings, RateLimitStore store, TenantPlans plans)
{
    private volatile KnownPolicies known = new(settings.RateLimits);

    /// <summary>Whether anything is limited at all.</summary>
    public bool IsOn => settings.RateLimits.Enabled;

    /// <summary>The policy of an endpoint; null when its name is nobody's and it states no figures.</summary>
    public RateLimitPolicy? Find(RateLimitMetadata metadata)
    {
        KnownPolicies policies = known;
        RateLimitFigures figures = settings.RateLimits;
        if (!ReferenceEquals(policies.Figures, figures))
        {
            known = policies = new KnownPolicies(figures);
        }

        return policies.ByName.GetValueOrDefault(metadata.Policy) ?? RateLimitPolicy.Of(metadata);
    }

    /// <summary>Counts a call and writes the headers.</summary>
    /// <returns>The refusal, or null when the call may go on.</returns>
    public async ValueTask<Problem?> TakeAsync(HttpContext context, RateLimitMetadata metadata, CallState call)
    {
        if (Find(metadata) is not { } policy)
        {
            return null;
        }

        Permit permit = await AskAsync(policy, call, context.Connection.RemoteIpAddress, take: true, context.RequestAborted);
        Write(context.Response.Headers, policy, permit);
        return permit.Allowed ? null : new Problem(StatusCodes.Status429TooManyRequests, "too_many_requests")
        {
            RetryAfter = permit.FreeAfter,
            Localized = Sentence(policy, permit),
        };
    }

    /// <summary>What a person has used of a policy, without using any.</summary>
    public Task<Permit> LookAsync(RateLimitPolicy policy, CallState call, IPAddress? address, CancellationToken cancellationToken) =>
        AskAsync(policy, call, address, take: false, cancellationToken);

    /// <summary>Whose calls are counted together: a person's, or those of a network address.</summary>
    public static Guid KeyOf(RateLimitPolicy policy, CallState call, IPAddress? address)
    {
        string who = policy.PerAddress || call.UserId == Guid.Empty ? "a " + Network(address) : $"u {call.TenantId:N} {call.UserId:N}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{policy.Name}\n{who}"), hash);
        return new Guid(hash[..16]);
    }

    private async Task<Permit> AskAsync(RateLimitPolicy policy, CallState call, IPAddress? address, bool take, CancellationToken cancellationToken)
    {
        int permits = policy.PerAddress ? policy.Permits : policy.PermitsOn((await plans.FindAsync(call.TenantId, cancellationToken)).Plan);
        return await store.TakeAsync(KeyOf(policy, call, address), permits, policy.Window, take, cancellationToken);
    }

    // Whoever has one IPv6 address has 2^64 of them.
    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return string.Empty;
        }

        IPAddress real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return real.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(real.GetAddressBytes().AsSpan(0, 8)) : real.ToString();
    }

    private static void Write(IHeaderDictionary headers, RateLimitPolicy policy, Permit permit)
    {
        headers["RateLimit-Limit"] = permit.Permits.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = permit.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = Math.Ceiling(permit.FreeAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Policy"] = policy.Header(permit.Permits);
    }

    private static Text Sentence(RateLimitPolicy policy, Permit permit)
    {
        (string en, string zh) = policy.Window.TotalDays >= 1 ? Words(policy.Window.TotalDays, "day", "天")
            : policy.Window.TotalHours >= 1 ? Words(policy.Window.TotalHours, "hour", "小时")
            : policy.Window.TotalMinutes >= 1 ? Words(policy.Window.TotalMinutes, "minute", "分钟")
            : Words(policy.Window.TotalSeconds, "second", "秒");
        return Text.Of(
            FormattableString.Invariant($"This is possible {permit.Permits} times per {en}. Wait a moment and try again."),
            FormattableString.Invariant($"每{zh}最多 {permit.Permits} 次，请稍后再试。"));
    }

    private static (string En, string Zh) Words(double number, string en, string zh) => number == 1
        ? (en, zh)
        : (FormattableString.Invariant($"{number:0.#} {en}s"), FormattableString.Invariant($" {number:0.#} {zh}"));

    /// <summary>The host's own policies with the figures that they were made of.</summary>
    private sealed class KnownPolicies(RateLimitFigures figures)
    {
        public RateLimitFigures Figures => figures;

        public FrozenDictionary<string, RateLimitPolicy> ByName { get; } =
            RateLimitPolicy.OfHost(figures).ToFrozenDictionary(policy => policy.Name, StringComparer.Ordinal);
    }
}
