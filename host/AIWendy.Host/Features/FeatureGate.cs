using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Features;

/// <summary>Turns a feature's state into the answer of a gated endpoint.</summary>
internal static class FeatureGate
{
    /// <exception cref="ProblemException">404 when the feature is off, 402 when it is not paid for.</exception>
    public static async ValueTask EnforceAsync(IFeatures? features, string key, CancellationToken cancellationToken)
    {
        if (features is null)
        {
            throw new ProblemException(404, "feature_off", "This feature is switched off.");
        }

        if (await features.IsOnAsync(key, cancellationToken))
        {
            return;
        }

        FeatureState state = await features.ExplainAsync(key, cancellationToken);
        throw state.Reason == FeatureReasons.Unlicensed
            ? new ProblemException(402, "licence_required", "This feature needs a licence that covers it.")
            : new ProblemException(404, "feature_off", "This feature is switched off.");
    }
}
