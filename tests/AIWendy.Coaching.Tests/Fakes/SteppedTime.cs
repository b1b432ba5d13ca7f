namespace AIWendy.Coaching.Tests.Fakes;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private TimeSpan since;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => since.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + since;

    public void Advance(TimeSpan by) => since += by;
}
