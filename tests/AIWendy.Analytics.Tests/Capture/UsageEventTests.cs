using AIWendy.Plugins.Analytics.Capture;

namespace AIWendy.Analytics.Tests.Capture;

public sealed class UsageEventTests
{
    [Theory]
    [InlineData("wendy", "wendy")]
    [InlineData("1.4.0-beta+7", "1.4.0-beta+7")]
    [InlineData("lena@example.org", "other")]
    [InlineData("I lost it again", "other")]
    [InlineData("我又亏了", "other")]
    [InlineData("", "other")]
    [InlineData("wendy\n", "other")]
    public void Only_what_looks_like_an_identifier_leaves(string given, string sent) =>
        new UsageEvent("chat_message_sent", Guid.Empty, DateTimeOffset.UnixEpoch).With("coach_id", given).ToJson()
            .Should().Be($$"""{"coach_id":"{{sent.Replace("+", "\\u002B", StringComparison.Ordinal)}}"}""");

    [Fact]
    public void An_identifier_of_any_length_does_not() =>
        new UsageEvent("x", Guid.Empty, DateTimeOffset.UnixEpoch).With("coach_id", new string('a', 65)).ToJson().Should().Be("""{"coach_id":"other"}""");

    [Fact]
    public void What_is_absent_is_left_out() =>
        new UsageEvent("x", Guid.Empty, DateTimeOffset.UnixEpoch).With("previous_version", null).With("n", 3).With("first", true).ToJson()
            .Should().Be("""{"first":true,"n":3}""");

    [Fact]
    public void The_same_person_has_one_pseudonym_under_a_key_and_another_under_another()
    {
        Guid person = Guid.CreateVersion7();
        byte[] key = [.. Enumerable.Repeat((byte)1, 32)];
        byte[] other = [.. Enumerable.Repeat((byte)2, 32)];

        Pseudonyms.Of(key, person).Should().Be(Pseudonyms.Of(key, person)).And.HaveLength(43)
            .And.NotBe(Pseudonyms.Of(other, person)).And.NotBe(Pseudonyms.Of(key, Guid.CreateVersion7()));
    }
}
