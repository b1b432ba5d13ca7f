using AIWendy.Plugins.Journal.Rules;

namespace AIWendy.Journal.Tests.Rules;

/// <summary>Changing rules: more protection at once, less only later.</summary>
public sealed class RuleSetTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tomorrow = new(2026, 3, 3, 5, 0, 0, TimeSpan.Zero);

    private static readonly RuleSet Strict = new()
    {
        MaxDailyLoss = new(200, RuleAction.Block),
        MaxTradesPerDay = new(3, RuleAction.Confirm),
        CoolDownMinutes = new(30, RuleAction.Block),
        MaxSize = new(10, RuleAction.Warn),
        MaxOpenPositions = new(2, RuleAction.Warn),
        RequiredChecklist = [new("Stop is set", RuleAction.Block)],
    };

    private static readonly RuleSet Loose = new()
    {
        MaxDailyLoss = new(500, RuleAction.Block),
        MaxTradesPerDay = new(10, RuleAction.Confirm),
        CoolDownMinutes = new(5, RuleAction.Block),
        MaxSize = new(50, RuleAction.Warn),
        MaxOpenPositions = new(8, RuleAction.Warn),
    };

    [Fact]
    public void First_rules_and_stricter_ones_hold_at_once()
    {
        StoredRules first = StoredRules.Empty.Change(Loose, Now, Tomorrow);
        StoredRules second = first.Change(Strict, Now, Tomorrow);

        first.Should().Be(new StoredRules(Loose, null, null));
        second.Current.IsSameAs(Strict).Should().BeTrue();
        second.Pending.Should().BeNull();
    }

    [Fact]
    public void Looser_rules_wait_for_the_next_day()
    {
        StoredRules changed = StoredRules.Empty.Change(Strict, Now, Tomorrow).Change(Loose, Now, Tomorrow);

        changed.Current.IsSameAs(Strict).Should().BeTrue();
        changed.PendingFrom.Should().Be(Tomorrow);
        changed.At(Tomorrow.AddTicks(-1)).Current.IsSameAs(Strict).Should().BeTrue();
        changed.At(Tomorrow).Should().Be(new StoredRules(Loose, null, null));
    }

    [Fact]
    public void Dropping_every_rule_waits_too()
    {
        StoredRules changed = new StoredRules(Strict, null, null).Change(RuleSet.None, Now, Tomorrow);

        changed.Current.IsSameAs(Strict).Should().BeTrue();
        changed.At(Tomorrow).Current.IsSameAs(RuleSet.None).Should().BeTrue();
    }

    [Fact]
    public void Of_a_mixed_change_the_stricter_half_holds_at_once()
    {
        RuleSet wanted = Strict with { MaxDailyLoss = new(100, RuleAction.Warn), MaxSize = new(50, RuleAction.Block) };

        StoredRules changed = new StoredRules(Strict, null, null).Change(wanted, Now, Tomorrow);

        changed.Current.MaxDailyLoss.Should().Be(new RuleLimit(100, RuleAction.Block));
        changed.Current.MaxSize.Should().Be(new RuleLimit(10, RuleAction.Block));
        changed.At(Tomorrow).Current.IsSameAs(wanted).Should().BeTrue();
    }

    [Fact]
    public void Changing_twice_within_a_day_does_not_bring_it_forward()
    {
        StoredRules changed = new StoredRules(Strict, null, null);
        foreach (decimal loss in new decimal[] { 300, 400, 500 })
        {
            changed = changed.Change(Strict with { MaxDailyLoss = new(loss, RuleAction.Block) }, Now, Tomorrow);
        }

        changed.Current.MaxDailyLoss!.Value.Should().Be(200);
        changed.At(Tomorrow).Current.MaxDailyLoss!.Value.Should().Be(500);
    }

    [Fact]
    public void Taking_a_looser_wish_back_leaves_nothing_waiting()
    {
        StoredRules changed = new StoredRules(Strict, null, null).Change(Loose, Now, Tomorrow).Change(Strict, Now, Tomorrow);

        changed.Pending.Should().BeNull();
        changed.Current.IsSameAs(Strict).Should().BeTrue();
    }

    [Theory]
    [InlineData("2026-03-02T04:59:00Z", "America/New_York", null, "2026-03-01T05:00:00Z", "2026-03-02T05:00:00Z")]
    [InlineData("2026-03-02T21:59:00Z", "America/New_York", "17:00", "2026-03-01T22:00:00Z", "2026-03-02T22:00:00Z")]
    [InlineData("2026-03-02T22:00:00Z", "America/New_York", "17:00", "2026-03-02T22:00:00Z", "2026-03-03T22:00:00Z")]
    [InlineData("2026-03-08T12:00:00Z", "America/New_York", null, "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")]
    [InlineData("2026-03-08T12:00:00Z", "America/New_York", "02:30", "2026-03-08T07:00:00Z", "2026-03-09T06:30:00Z")]
    [InlineData("2026-11-01T12:00:00Z", "America/New_York", "01:30", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z")]
    [InlineData("2026-03-02T17:00:00Z", "Asia/Shanghai", "05:00", "2026-03-01T21:00:00Z", "2026-03-02T21:00:00Z")]
    public void Trading_days_follow_zone_and_cut_off(string at, string zone, string? cutOff, string start, string end)
    {
        DayBounds day = DayBounds.Of(
            Time(at), TimeZoneInfo.FindSystemTimeZoneById(zone), cutOff is null ? null : TimeOnly.Parse(cutOff, System.Globalization.CultureInfo.InvariantCulture));

        day.Should().Be(new DayBounds(Time(start), Time(end)));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
