using AIWendy.Host.Calls;
using AIWendy.Host.Features;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Tests.Features;

public sealed class FeatureGateTests
{
    private const string Key = "gated.paid";

    [Theory]
    [InlineData(true, null, null, true, "default")]
    [InlineData(false, null, null, false, "default")]
    [InlineData(true, null, "0", false, "environment")]
    [InlineData(false, null, "1", true, "environment")]
    [InlineData(false, null, " TRUE ", true, "environment")]
    [InlineData(true, null, "nonsense", true, "default")]
    [InlineData(true, DeploymentMode.SelfHosted, null, true, "default")]
    [InlineData(true, DeploymentMode.Cloud, null, false, "mode")]
    [InlineData(true, DeploymentMode.Cloud, "1", false, "mode")]
    public async Task A_release_switch_decides_within_the_mode(bool byDefault, DeploymentMode? mode, string? variable, bool isOn, string reason)
    {
        FeatureDefinition feature = new() { Key = Key, Default = byDefault, Modes = mode is { } only ? [only] : [] };
        using GateFixture gates = new([feature], environment: variable is null ? [] : [("FEATURE_GATED_PAID", variable)]);

        await ExpectAsync(gates, new FeatureState(Key, isOn, reason));
    }

    [Fact]
    public async Task An_entitlement_switches_its_feature_on_and_a_release_switch_can_not_stand_in_for_it()
    {
        using GateFixture gates = new([GateFixture.Paid], environment: ("FEATURE_GATED_PAID", "1"));

        await ExpectAsync(gates, new FeatureState(Key, false, "unlicensed"));
        gates.Licences.Hold("gated-pro");
        await ExpectAsync(gates, new FeatureState(Key, true, "licensed"));
    }

    [Fact]
    public async Task Release_switches_and_entitlements_are_two_namespaces()
    {
        FeatureDefinition off = new() { Key = "gated.beta", Default = false };
        using GateFixture gates = new([GateFixture.Paid, off], environment: ("FEATURE_GATED_PRO", "1"));

        // Neither does a feature's key in a licence switch the feature on, nor an entitlement's name in the environment.
        gates.Licences.Hold("gated.beta");
        (await gates.Features.ExplainAsync("gated.beta")).Should().Be(new FeatureState("gated.beta", false, "default"));
        (await gates.Features.ExplainAsync(Key)).Should().Be(new FeatureState(Key, false, "unlicensed"));
    }

    [Fact]
    public async Task A_licence_covers_plugins_of_its_edition_only()
    {
        using GateFixture community = new([GateFixture.Paid], edition: PluginEdition.Community);
        community.Licences.Current = Host.Licences.LicenceSnapshot.Of(
            [new Host.Licences.Licence { Claims = new() { Entitlements = ["gated-pro"], Edition = "cloud" } }], DateTimeOffset.UtcNow);

        await ExpectAsync(community, new FeatureState(Key, false, "unlicensed"));
    }

    [Fact]
    public async Task The_operator_can_switch_off_what_is_licensed()
    {
        using GateFixture gates = new([GateFixture.Paid], environment: ("FEATURE_GATED_PAID", "0"));
        gates.Licences.Hold("gated-pro");

        await ExpectAsync(gates, new FeatureState(Key, false, "environment"));
    }

    [Fact]
    public async Task An_expired_licence_leaves_the_feature_readable_which_none_does_not()
    {
        using GateFixture gates = new([GateFixture.Paid]);
        (await gates.Features.ExplainAsync(Key)).IsReadOnly.Should().BeFalse();

        gates.Licences.Hold("gated-pro", daysLeft: -1);

        await ExpectAsync(gates, new FeatureState(Key, false, "expired") { IsReadOnly = true });
    }

    [Fact]
    public async Task Two_tenants_in_one_scope_never_share_an_answer()
    {
        (Guid rich, Guid poor, Guid unknown) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        using GateFixture gates = new([GateFixture.Paid]);
        gates.Licences.Hold("gated-pro");
        gates.Plans.Answer = tenant =>
            tenant == rich ? new TenantPlan("pro", new HashSet<string> { "gated-pro" })
            : tenant == poor ? new TenantPlan("free", new HashSet<string>())
            : null;

        // The same switchboard in turns: whoever asks gets his own.
        foreach (int _ in Enumerable.Range(0, 3))
        {
            (await gates.Features.ExplainAsync(rich, Key, default)).Should().Be(new FeatureState(Key, true, "licensed"));
            (await gates.Features.ExplainAsync(poor, Key, default)).Should().Be(new FeatureState(Key, false, "plan"));
            (await gates.Features.ExplainAsync(unknown, Key, default)).IsOn.Should().BeTrue("a plan of which nothing is stated restricts nothing");
        }

        gates.Tenant = rich;
        (await gates.Features.IsOnAsync(Key)).Should().BeTrue();
        gates.Tenant = poor;
        (await gates.Features.IsOnAsync(Key)).Should().BeFalse();
        gates.Plans.Asked.Should().Be(3, "each tenant's plan is asked for once while it counts");
    }

    [Fact]
    public async Task Two_tenants_that_ask_one_scope_at_the_same_time_get_each_their_own_answer()
    {
        (Guid rich, Guid poor) = (Guid.NewGuid(), Guid.NewGuid());
        using GateFixture gates = new([GateFixture.Paid]);
        gates.FollowCalls();
        gates.Licences.Hold("gated-pro");
        gates.Plans.Answer = tenant => new TenantPlan("plan", new HashSet<string>(tenant == rich ? ["gated-pro"] : []));

        bool[] right = await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            Guid tenant = number % 2 == 0 ? rich : poor;
            using IDisposable call = CallContext.Enter(new CallState { TenantId = tenant });
            if (number % 20 == 0)
            {
                // Everything that was kept is gone, and both ask anew.
                gates.Licences.Hold("gated-pro");
            }

            bool before = await gates.Features.IsOnAsync(Key);
            await Task.Yield();
            return before == (tenant == rich) && (await gates.Features.ExplainAsync(Key)).IsOn == before;
        })));

        right.Should().OnlyContain(one => one);
    }

    [Fact]
    public async Task A_plan_grants_nothing_that_the_licence_does_not()
    {
        using GateFixture gates = new([GateFixture.Paid]);
        gates.Plans.Answer = _ => new TenantPlan("pro", new HashSet<string> { "gated-pro" });
        gates.Tenant = Guid.NewGuid();

        (await gates.Features.ExplainAsync(Key)).Should().Be(new FeatureState(Key, false, "unlicensed"));
    }

    [Fact]
    public async Task What_a_plan_included_once_stays_readable()
    {
        using GateFixture gates = new([GateFixture.Paid]);
        gates.Licences.Hold("gated-pro");
        gates.Plans.Answer = _ => new TenantPlan("free", new HashSet<string>()) { Lapsed = new HashSet<string> { "gated-pro" } };
        gates.Tenant = Guid.NewGuid();

        (await gates.Features.ExplainAsync(Key)).Should().Be(new FeatureState(Key, false, "plan") { IsReadOnly = true });
    }

    [Fact]
    public async Task A_plugin_that_fails_to_tell_the_plan_takes_nothing_away()
    {
        using GateFixture gates = new([GateFixture.Paid]);
        gates.Licences.Hold("gated-pro");
        gates.Plans.Answer = _ => throw new InvalidOperationException("The billing system is away.");
        gates.Tenant = Guid.NewGuid();

        (await gates.Features.IsOnAsync(Key)).Should().BeTrue();
        gates.Plans.Faults.Should().Be(1);
    }

    [Theory]
    [InlineData(nameof(PluginState.Disabled), "disabled")]
    [InlineData(nameof(PluginState.Waiting), "dependency")]
    [InlineData(nameof(PluginState.Faulted), "quarantined")]
    [InlineData(nameof(PluginState.Incompatible), "quarantined")]
    public async Task A_feature_of_a_plugin_that_does_not_serve_says_why(string state, string reason)
    {
        using GateFixture gates = new([]);
        PluginManifest manifest = new() { Id = "test.away", Name = "Away", Version = "1.0.0", Sdk = "[1.0,2.0)", Entry = "Away.dll", Features = [new FeatureDefinition { Key = "away.thing" }] };
        gates.Runtime.Plugins = [new PluginStatus(manifest, Enum.Parse<PluginState>(state), "It is as it is.", false, "/nowhere")];

        (await gates.Features.ExplainAsync("away.thing")).Should().Be(new FeatureState("away.thing", false, reason));
        (await gates.Features.ExplainAsync("nobody.knows")).Reason.Should().Be("not_installed");
    }

    [Fact]
    public async Task An_answer_does_not_outlive_the_plugin_that_it_was_about()
    {
        using GateFixture gates = new([new FeatureDefinition { Key = "gated.free" }]);
        (await gates.Features.IsOnAsync("gated.free")).Should().BeTrue();

        gates.Active.Publish([]);

        (await gates.Features.IsOnAsync("gated.free")).Should().BeFalse();
    }

    [Theory]
    [InlineData("GET", "expired", true, false, 0)]
    [InlineData("HEAD", "expired", true, false, 0)]
    [InlineData("POST", "expired", true, false, 402)]
    [InlineData("DELETE", "expired", true, false, 402)]
    [InlineData("POST", "expired", true, true, 0)]
    [InlineData("GET", "unlicensed", false, false, 402)]
    [InlineData("GET", "unlicensed", false, true, 0)]
    [InlineData("GET", "plan", false, false, 402)]
    [InlineData("GET", "plan", false, true, 0)]
    [InlineData("GET", "environment", false, false, 404)]
    [InlineData("GET", "environment", false, true, 404)]
    [InlineData("GET", "mode", false, true, 404)]
    public async Task A_gate_answers_by_reason_method_and_mark(string method, string reason, bool readOnly, bool alwaysReachable, int status)
    {
        IFeatures features = new OneState(new FeatureState(Key, false, reason) { IsReadOnly = readOnly });
        Func<Task> enter = () => FeatureGate.EnforceAsync(features, Key, method, alwaysReachable, default).AsTask();

        if (status == 0)
        {
            await enter.Should().NotThrowAsync();
        }
        else
        {
            ProblemException refusal = (await enter.Should().ThrowAsync<ProblemException>()).Which;
            refusal.Status.Should().Be(status);
            refusal.Localized!.Zh.Should().NotBeNullOrEmpty();
            refusal.Code.Should().Be(reason switch { "expired" => "licence_expired", "unlicensed" => "licence_required", "plan" => "plan_required", _ => "feature_off" });
        }
    }

    // What the rules explain and what the feature manager decides have to be the same.
    private static async Task ExpectAsync(GateFixture gates, FeatureState expected)
    {
        (await gates.Features.ExplainAsync(Key)).Should().Be(expected);
        (await gates.Features.IsOnAsync(Key)).Should().Be(expected.IsOn);
        ActiveFeature feature = gates.Active.Current.Features[Key];
        gates.Rules.Decide(new GateContext(feature.Definition, feature.Edition, null, gates.Licences.Current, null)).Should().Be(expected);
    }

    private sealed class OneState(FeatureState state) : IFeatures
    {
        public ValueTask<bool> IsOnAsync(string key, CancellationToken cancellationToken = default) => new(state.IsOn);

        public ValueTask<FeatureState> ExplainAsync(string key, CancellationToken cancellationToken = default) => new(state);
    }
}
