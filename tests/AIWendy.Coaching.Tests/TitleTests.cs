using AIWendy.Plugins.Coaching.Conversations;

namespace AIWendy.Coaching.Tests;

public sealed class TitleTests
{
    [Theory]
    [InlineData("Why do I lose?", "Why do I lose?")]
    [InlineData("  Why\n\tdo   I lose?  ", "Why do I lose?")]
    [InlineData("# Heading", "Heading")]
    [InlineData("我为什么亏钱？", "我为什么亏钱？")]
    public void A_short_message_is_its_own_title(string message, string title)
    {
        Titles.FromMessage(message).Should().Be(title);
    }

    [Fact]
    public void A_long_message_is_cut_at_the_end_of_a_word()
    {
        Titles.FromMessage("Whenever I take a loss in the morning I immediately re-enter, and then the day is gone")
            .Should().Be("Whenever I take a loss in the morning I immediately…");
    }

    [Fact]
    public void Chinese_is_cut_by_width_and_drops_a_hanging_comma()
    {
        string title = Titles.FromMessage("每次早上亏损之后我总是立刻又进场而且仓位更大，结果一整天都被打乱了，我想知道这到底是怎么回事")!;

        title.Should().EndWith("…").And.NotContain("，…");
        title.Length.Should().BeLessThanOrEqualTo(31);
    }

    [Fact]
    public void A_single_endless_word_is_cut_all_the_same()
    {
        Titles.FromMessage(new string('a', 500)).Should().Be(new string('a', 60) + "…");
    }

    [Fact]
    public void Joined_characters_are_never_torn_apart()
    {
        string title = Titles.FromMessage(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 80)))!;

        title.TrimEnd('…').Should().Be(string.Concat(Enumerable.Repeat("👩‍👩‍👧", title.TrimEnd('…').Length / "👩‍👩‍👧".Length)));
    }

    [Fact]
    public void Nothing_visible_gives_no_title()
    {
        Titles.FromMessage(" \n\u0001 ").Should().BeNull();
    }
}
