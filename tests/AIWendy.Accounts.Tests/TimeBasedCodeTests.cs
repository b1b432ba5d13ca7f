using System.Text;
using AIWendy.Plugins.Accounts.SecondFactor;

namespace AIWendy.Accounts.Tests;

public sealed class TimeBasedCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) =>
        TimeBasedCode.At(Key, TimeBasedCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).Should().Be(code);

    [Fact]
    public void A_clock_may_be_off_by_one_step_and_no_more()
    {
        TimeBasedCode.Match(Key, "050 471", Now, null).Should().Be(TimeBasedCode.StepAt(Now));
        TimeBasedCode.Match(Key, "050471", Now.AddSeconds(30), null).Should().NotBeNull();
        TimeBasedCode.Match(Key, "050471", Now.AddSeconds(-30), null).Should().NotBeNull();
        TimeBasedCode.Match(Key, "050471", Now.AddSeconds(60), null).Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("050472")]
    [InlineData("50471")]
    [InlineData("٠٥٠٤٧١")]
    public void Anything_else_is_no_code(string? code) => TimeBasedCode.Match(Key, code, Now, null).Should().BeNull();

    [Fact]
    public void A_code_counts_once()
    {
        long step = TimeBasedCode.Match(Key, "050471", Now, null)!.Value;
        TimeBasedCode.Match(Key, "050471", Now, step).Should().BeNull();
        TimeBasedCode.Match(Key, "050471", Now, step - 1).Should().Be(step);
    }

    [Fact]
    public void Apps_can_read_the_address()
    {
        TimeBasedCode.Encode(Key).Should().Be("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        TimeBasedCode.AddressOf(Key, "AIWendy", "ada@example.org").Should().Be(
            "otpauth://totp/AIWendy:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=AIWendy&algorithm=SHA1&digits=6&period=30");
    }
}
