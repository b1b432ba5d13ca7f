using System.Globalization;
using AIWendy.Host.Configuration;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;
using Microsoft.Extensions.Primitives;

namespace AIWendy.Host.Http.Limits;

/// <summary>How often something may be done.</summary>
/// <param name="Name">Name under which it is counted.</param>
/// <param name="Window">Length of the sliding window.</param>
/// <param name="Permits">How often within the window, where no plan says otherwise.</param>
/// <param name="PaidPermits">The same on a plan that is paid for.</param>
/// <param name="PerAddress">Whether network addresses are counted rather than people.</param>
internal sealed record RateLimitPolicy(string Name, TimeSpan Window, int Permits, int PaidPermits, bool PerAddress)
{
    private const string FreePlan = "free";

    /// <summary>The policies of <see cref="RateLimits"/>, with the operator's figures.</summary>
    public static IReadOnlyList<RateLimitPolicy> OfHost(RateLimitFigures figures) =>
    [
        new(RateLimits.Chat, TimeSpan.FromHours(1), figures.FreeChatHourly, figures.ProChatHourly, PerAddress: false),
        new(RateLimits.Journal, TimeSpan.FromDays(1), figures.FreeJournalDaily, figures.ProJournalDaily, PerAddress: false),
        new(RateLimits.SignIn, TimeSpan.FromMinutes(1), figures.SignInPerMinute, figures.SignInPerMinute, PerAddress: true),
        new(RateLimits.Registration, TimeSpan.FromHours(1), figures.RegistrationHourly, figures.RegistrationHourly, PerAddress: true),
        new(RateLimits.PasswordMail, TimeSpan.FromHours(1), figures.PasswordMailHourly, figures.PasswordMailHourly, PerAddress: true),
    ];

    /// <summary>A plugin's own policy; null when the metadata states no figures.</summary>
    public static RateLimitPolicy? Of(RateLimitMetadata metadata) =>
        metadata is { Permits: { } permits, Window: { } window } ? new(metadata.Policy, window, permits, permits, metadata.PerAddress) : null;

    /// <summary>How often on a plan; null stands for nobody knowing the plan.</summary>
    public int PermitsOn(TenantPlan? plan)
    {
        if (plan is null)
        {
            return Permits;
        }

        return plan.Limits.TryGetValue(Name, out int stated) ? stated
            : plan.Name.Equals(FreePlan, StringComparison.OrdinalIgnoreCase) ? Permits
            : PaidPermits;
    }

    /// <summary>The header that states the policy.</summary>
    public StringValues Header(int permits) => string.Create(CultureInfo.InvariantCulture, $"{permits};w={(long)Window.TotalSeconds};name=\"{Name}\"");
}
