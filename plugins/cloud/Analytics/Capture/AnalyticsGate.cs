using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Plugins.Analytics.Capture;

/// <summary>
/// Whether the current call may be counted at all. What a single person chose is asked where the event is stored, in the
/// same statement.
/// </summary>
internal sealed class AnalyticsGate(AnalyticsOptions options, IFeatures features, ISettings<AnalyticsSettings> settings, ICurrentUser user)
{
    /// <summary>Asks the cheapest question first; none of them touches the database once it was answered.</summary>
    public async ValueTask<bool> AllowsAsync(CancellationToken cancellationToken) =>
        options.CanSend
        && !user.DoNotTrack
        && await features.IsOnAsync(AnalyticsPlugin.Feature, cancellationToken)
        && (await settings.GetAsync(cancellationToken)).IsOn;
}
