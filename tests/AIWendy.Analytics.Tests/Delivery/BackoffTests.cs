using AIWendy.Plugins.Analytics.Delivery;

namespace AIWendy.Analytics.Tests.Delivery;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 0.0, 1)]
    [InlineData(1, 0.999999, 2)]
    [InlineData(2, 0.0, 2)]
    [InlineData(5, 0.0, 16)]
    [InlineData(20, 0.0, 150)]
    [InlineData(1000, 0.999999, 300)]
    public void Waits_double_up_to_five_minutes_and_are_scattered(int failures, double scatter, double seconds) =>
        Backoff.Of(failures, null, scatter).TotalSeconds.Should().BeApproximately(seconds, 0.01);

    [Fact]
    public void What_the_provider_asks_for_is_never_undercut() =>
        Backoff.Of(1, TimeSpan.FromMinutes(20), 0).Should().Be(TimeSpan.FromMinutes(20));

    [Fact]
    public void Nobody_makes_us_wait_for_more_than_an_hour() =>
        Backoff.Of(1, TimeSpan.FromDays(30), 0).Should().Be(TimeSpan.FromHours(1));
}
