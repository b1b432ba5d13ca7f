using AIWendy.Host.Calls;
using AIWendy.Host.Features;
using AIWendy.Host.Licences;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace AIWendy.Host.Tests.Features;

/// <summary>The host's gates over one active plugin, with licence, plan, mode and switches played.</summary>
internal sealed class GateFixture : IDisposable
{
    private readonly ServiceProvider services;
    private readonly ITenantContext tenant = Substitute.For<ITenantContext>();

    public GateFixture(
        FeatureDefinition[] features,
        DeploymentMode mode = DeploymentMode.SelfHosted,
        PluginEdition edition = PluginEdition.Cloud,
        params (string Key, string Value)[] environment)
    {
        IDeployment deployment = Substitute.For<IDeployment>();
        deployment.Mode.Returns(mode);
        PluginManifest manifest = new() { Id = "test.gated", Name = "Gated", Version = "1.0.0", Sdk = "[1.0,2.0)", Entry = "Gated.dll", Edition = edition, Features = features };
        Active = ActiveWith(manifest);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(environment.Select(item => KeyValuePair.Create(item.Key, (string?)item.Value))).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton(deployment)
            .AddSingleton(tenant)
            .AddSingleton(Active)
            .AddSingleton<IPluginRuntime>(Runtime)
            .AddSingleton<ILicences>(Licences)
            .AddSingleton<IExtensions<IPlanEntitlements>>(Plans)
            .AddFeatureGates()
            .BuildServiceProvider();
    }

    public ActivePlugins Active { get; }

    public PlayedLicences Licences { get; } = new();

    public PlayedPlans Plans { get; } = new();

    public Http.TestRuntime Runtime { get; } = new();

    public FeatureSwitchboard Features => services.GetRequiredService<FeatureSwitchboard>();

    public FeatureRules Rules => services.GetRequiredService<FeatureRules>();

    public Guid Tenant
    {
        set
        {
            tenant.HasTenant.Returns(true);
            tenant.TenantId.Returns(value);
        }
    }

    /// <summary>Lets the tenant be the one of the call that asks, as in the running host.</summary>
    public void FollowCalls()
    {
        tenant.HasTenant.Returns(_ => CallContext.Current is not null);
        tenant.TenantId.Returns(_ => CallContext.Current!.TenantId);
    }

    public static FeatureDefinition Paid { get; } = new() { Key = "gated.paid", Default = false, Entitlement = "gated-pro" };

    public static ActivePlugins ActiveWith(PluginManifest manifest)
    {
        ActivePlugins active = new();
        PluginInstance instance = new(new PluginPackage(manifest, "/nowhere", BuiltIn: true), null!);
        instance.Contributions.Features.AddRange(manifest.Features);
        active.Publish([instance]);
        return active;
    }

    public void Dispose() => services.Dispose();

    internal sealed class PlayedLicences : ILicences
    {
        public LicenceSnapshot Current { get; set; } = LicenceSnapshot.Empty;

        public bool IsClockBack => false;

        public void Hold(string entitlement, int daysLeft = 100) => Current = LicenceSnapshot.Of(
            [new Licence { Claims = new LicenceClaims { Entitlements = [entitlement], Expires = DateTimeOffset.UtcNow.AddDays(daysLeft), GraceDays = 0 } }],
            DateTimeOffset.UtcNow);
    }

    internal sealed class PlayedPlans : IExtensions<IPlanEntitlements>
    {
        public Func<Guid, TenantPlan?>? Answer { get; set; }

        public int Asked { get; private set; }

        public int Faults { get; private set; }

        public IExtensionLease<IPlanEntitlements> Acquire() => new Lease(this);

        public void ReportFault(Extension<IPlanEntitlements> extension, Exception exception) => Faults++;

        private sealed class Lease(PlayedPlans plans) : IExtensionLease<IPlanEntitlements>, IPlanEntitlements
        {
            public IReadOnlyList<Extension<IPlanEntitlements>> Items =>
                plans.Answer is null ? [] : [new Extension<IPlanEntitlements>("test.plans", this)];

            public ValueTask<TenantPlan?> FindAsync(Guid tenantId, CancellationToken cancellationToken)
            {
                plans.Asked++;
                return new(plans.Answer!(tenantId));
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
