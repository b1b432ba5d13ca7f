using AIWendy.Sdk;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Features;

/// <summary>Turns a feature's state into the answer of a gated endpoint.</summary>
internal static class FeatureGate
{
    /// <param name="features">Knows the states; null where the host has no features at all.</param>
    /// <param name="key">The feature of the endpoint.</param>
    /// <param name="method">Method of the request: reading goes on when a licence has expired.</param>
    /// <param name="alwaysReachable">Whether the endpoint answers whoever has paid.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <exception cref="ProblemException">404 when the feature is off, 402 when it is not paid for.</exception>
    public static async ValueTask EnforceAsync(
        IFeatures? features, string key, string method, bool alwaysReachable, CancellationToken cancellationToken)
    {
        if (features is null)
        {
            throw Off();
        }

        if (await features.IsOnAsync(key, cancellationToken))
        {
            return;
        }

        FeatureState state = await features.ExplainAsync(key, cancellationToken);
        if (!state.IsOn && !(state.IsReadOnly && IsSafe(method)) && !(alwaysReachable && IsAboutPayment(state)))
        {
            throw Refusal(state);
        }
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsAboutPayment(FeatureState state) =>
        state.Reason is FeatureReasons.Unlicensed or FeatureReasons.Expired or FeatureReasons.Plan;

    private static ProblemException Refusal(FeatureState state) => state.Reason switch
    {
        FeatureReasons.Unlicensed => new ProblemException(402, "licence_required", Text.Of("This feature needs a licence that covers it.", "这项功能需要包含它的许可证。")),
        FeatureReasons.Expired => new ProblemException(402, "licence_expired", Text.Of(
            "The licence for this feature has expired. Your data can still be read and exported.", "这项功能的许可证已过期。你的数据仍可查看和导出。")),
        FeatureReasons.Plan => new ProblemException(402, "plan_required", Text.Of("Your plan does not include this feature.", "你的套餐不包含这项功能。")),
        _ => Off(),
    };

    private static ProblemException Off() => new(404, "feature_off", Text.Of("This feature is switched off.", "这项功能已关闭。"));
}
