using AIWendy.Host.Plugins.Faults;

namespace AIWendy.Host.Tests.Plugins;

public sealed class CallCircuitsTests
{
    private const string Plugin = "org.example.plugin";
    private const string Job = "the job nightly";
    private static readonly Guid Tenant = Guid.Parse("0192f0c0-0000-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("0192f0c0-0000-7000-8000-000000000002");
    private static readonly FaultLimits Limits = new() { Faults = 3, LostCalls = 3, LostCallsOfAll = 5, FirstRetry = TimeSpan.FromSeconds(30) };

    private readonly Clock clock = new();
    private readonly CallCircuits circuits;

    public CallCircuitsTests() => circuits = new CallCircuits(Limits, clock);

    [Fact]
    public void What_fails_again_and_again_is_left_out_and_then_let_through_once()
    {
        circuits.Failed(Plugin, Job, Tenant).IsOpen.Should().BeFalse();
        circuits.Failed(Plugin, Job, Tenant).IsOpen.Should().BeFalse();
        circuits.Failed(Plugin, Job, Tenant).RetryAt.Should().Be(clock.GetUtcNow().AddSeconds(30));
        circuits.MayCall(Plugin, Job, Tenant).Should().BeFalse();

        clock.Advance(TimeSpan.FromSeconds(30));
        circuits.MayCall(Plugin, Job, Tenant).Should().BeTrue();
        circuits.MayCall(Plugin, Job, Tenant).Should().BeFalse("one probe is on its way");
        circuits.Failed(Plugin, Job, Tenant).RetryAt.Should().Be(clock.GetUtcNow().AddSeconds(60), "a probe that fails doubles the wait");

        clock.Advance(TimeSpan.FromSeconds(60));
        circuits.MayCall(Plugin, Job, Tenant).Should().BeTrue();
        circuits.Succeeded(Plugin, Job, Tenant).Should().BeTrue("that brings it back");
        circuits.MayCall(Plugin, Job, Tenant).Should().BeTrue();
    }

    [Fact]
    public void A_single_success_forgets_failures_that_left_nothing_out()
    {
        circuits.Failed(Plugin, Job, Tenant);
        circuits.Failed(Plugin, Job, Tenant);
        circuits.Succeeded(Plugin, Job, Tenant).Should().BeFalse("nothing was left out");

        circuits.Failed(Plugin, Job, Tenant).IsOpen.Should().BeFalse();
    }

    [Fact]
    public void What_breaks_for_one_tenant_is_left_out_for_that_tenant_alone()
    {
        circuits.Lost(Plugin, Job, Tenant).IsOpen.Should().BeTrue();

        circuits.MayCall(Plugin, Job, Tenant).Should().BeFalse();
        circuits.MayCall(Plugin, Job, Other).Should().BeTrue();
        circuits.MayCall(Plugin, "the job hourly", Tenant).Should().BeTrue();
        circuits.MayCall("org.example.other", Job, Tenant).Should().BeTrue();
    }

    [Fact]
    public void Lost_calls_are_counted_until_only_an_administrator_brings_it_back()
    {
        circuits.Lost(Plugin, Job, Tenant).RetryAt.Should().NotBeNull();
        circuits.Lost(Plugin, Job, Tenant).RetryAt.Should().NotBeNull();
        circuits.Lost(Plugin, Job, Tenant).Should().Be(CallBreak.Final);
        clock.Advance(TimeSpan.FromDays(30));
        circuits.MayCall(Plugin, Job, Tenant).Should().BeFalse();
        circuits.MayCall(Plugin, Job, Other).Should().BeTrue();

        circuits.Clear(Plugin);
        circuits.MayCall(Plugin, Job, Tenant).Should().BeTrue();
    }

    [Fact]
    public void Threads_are_not_given_away_without_end_however_many_tenants_ask()
    {
        for (int call = 0; call < 4; call++)
        {
            circuits.Lost(Plugin, Job, Guid.CreateVersion7()).RetryAt.Should().NotBeNull();
        }

        circuits.Lost(Plugin, Job, Guid.CreateVersion7()).Should().Be(CallBreak.Final);
        circuits.MayCall(Plugin, Job, Other).Should().BeFalse();
        circuits.MayCall(Plugin, "the job hourly", Other).Should().BeTrue();
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => now;

        public void Advance(TimeSpan span) => now += span;
    }
}
