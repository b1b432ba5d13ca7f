using System.Collections.Concurrent;
using System.Collections.Frozen;
using AIWendy.Host.Licences;
using AIWendy.Host.Plugins;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Features;

/// <summary>
/// What was answered while the same plugins were active under the same licences. Kept by feature and tenant, so that no
/// tenant ever gets another one's answer.
/// </summary>
internal sealed class FeatureAnswers(FrozenDictionary<string, ActiveFeature> features, LicenceSnapshot licences, TimeProvider time)
{
    private const int MaximumAnswers = 50_000;

    private readonly ConcurrentDictionary<(string Key, Guid TenantId), Answer> answers = new();

    /// <summary>What the licences allow.</summary>
    public LicenceSnapshot Licences => licences;

    /// <summary>Whether nothing has changed since.</summary>
    public bool IsFor(FrozenDictionary<string, ActiveFeature> current, LicenceSnapshot snapshot) =>
        ReferenceEquals(features, current) && ReferenceEquals(licences, snapshot);

    /// <summary>The feature, when an active plugin has it.</summary>
    public ActiveFeature? Feature(string key) => features.GetValueOrDefault(key);

    /// <summary>The answer that still counts, or null.</summary>
    public FeatureState? Find(string key, Guid? tenantId) =>
        answers.TryGetValue((key, tenantId ?? Guid.Empty), out Answer? answer) && (answer.ValidUntil == long.MaxValue || time.GetTimestamp() < answer.ValidUntil)
            ? answer.State
            : null;

    /// <summary>Keeps an answer for as long as the plan counts on which it rests.</summary>
    public void Keep(FeatureState state, Guid? tenantId, KnownPlan plan)
    {
        if (answers.Count >= MaximumAnswers)
        {
            answers.Clear();
        }

        answers[(state.Key, tenantId ?? Guid.Empty)] = new Answer(state, plan.ValidUntil);
    }

    private sealed record Answer(FeatureState State, long ValidUntil);
}
