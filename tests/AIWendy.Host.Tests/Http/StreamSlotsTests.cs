using System.Net;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Http.Limits;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Host.Tests.Http;

public sealed class StreamSlotsTests
{
    private readonly StreamSlots slots = new(new LiveSettings(new HostSettings
    {
        DataFolder = Path.GetTempPath(),
        RateLimits = new RateLimitFigures { StreamsPerCaller = 3 },
    }));

    [Fact]
    public void One_person_holds_as_many_streams_as_he_may_wherever_he_sits()
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId, UserId = Guid.CreateVersion7() });
        IDisposable[] held = [slots.Take(From("192.0.2.1")), slots.Take(From("192.0.2.2")), slots.Take(From("192.0.2.3"))];
        slots.Invoking(all => all.Take(From("192.0.2.4"))).Should().Throw<ProblemException>().Which.Code.Should().Be("too_many_streams");

        held[0].Dispose();
        held[0].Dispose();
        using (slots.Take(From("192.0.2.1")))
        {
            slots.Invoking(all => all.Take(From("192.0.2.1"))).Should().Throw<ProblemException>("a slot that is given back twice counts once");
        }

        held[1].Dispose();
        held[2].Dispose();
        slots.Count.Should().Be(0);
    }

    [Fact]
    public void Others_are_not_held_up()
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        IDisposable[] held = [.. Enumerable.Range(0, 3).Select(_ => slots.Take(From("192.0.2.1")))];
        slots.Invoking(all => all.Take(From("192.0.2.1"))).Should().Throw<ProblemException>().Which.Status.Should().Be(429);
        slots.Take(From("192.0.2.2")).Dispose();
        Array.ForEach(held, slot => slot.Dispose());
    }

    [Fact]
    public void Whoever_comes_and_goes_at_once_leaves_nothing_behind()
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId, UserId = Guid.CreateVersion7() });
        Parallel.For(0, 5_000, _ =>
        {
            try
            {
                slots.Take(From("192.0.2.1")).Dispose();
            }
            catch (ProblemException)
            {
                // More than three at this moment.
            }
        });
        slots.Count.Should().Be(0);
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
