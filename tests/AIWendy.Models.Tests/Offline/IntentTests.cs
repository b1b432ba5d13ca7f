using AIWendy.Plugins.Models.Offline;

namespace AIWendy.Models.Tests.Offline;

public sealed class IntentTests
{
    [Theory]
    [InlineData(nameof(Intent.WhyLosing), "why do I lose?", "Why am I always losing money", "what am I doing wrong", "I keep losing", "how can I stop losing money?", "why is my account in the red", "为什么我总是亏钱", "我怎么老是亏", "问题出在哪", "怎么才能盈利", "我一直亏")]
    [InlineData(nameof(Intent.AfterLoss), "what do I do after a loss", "do I revenge trade?", "I try to win it back", "why do I keep losing after a loss?", "亏损之后我会怎样", "我是不是在报复性交易", "亏了一笔之后总想回本")]
    [InlineData(nameof(Intent.WinRate), "What's my win rate?", "how often do I win", "hit rate please", "胜率多少", "我的赢率")]
    [InlineData(nameof(Intent.ProfitFactor), "profit factor?", "show me my PF", "盈亏比是多少")]
    [InlineData(nameof(Intent.Expectancy), "what is my expectancy", "do I have an edge", "how much per trade", "期望值", "平均每笔赚多少")]
    [InlineData(nameof(Intent.Payoff), "average win vs average loss", "what's my risk reward", "平均亏损有多大", "我总是赚小亏大")]
    [InlineData(nameof(Intent.Drawdown), "max drawdown", "how deep was the drawdown?", "最大回撤")]
    [InlineData(nameof(Intent.WorstTrades), "show my biggest losses", "which trades cost me most", "worst trades", "亏得最多的几笔", "最大的亏损")]
    [InlineData(nameof(Intent.BestTrades), "best trades", "my largest winners", "赚得最多的交易", "最大的盈利")]
    [InlineData(nameof(Intent.RecentTrades), "how did I do yesterday", "my last trades", "最近的交易", "昨天做得怎么样")]
    [InlineData(nameof(Intent.Sizing), "is my position size too big", "do I use too much leverage", "仓位是不是太重", "我总想加倍")]
    [InlineData(nameof(Intent.Overtrading), "am I overtrading?", "what time of day is best for me", "I trade too often", "我是不是交易太频繁", "哪个时段最差")]
    [InlineData(nameof(Intent.Discipline), "I break my rules", "I have no discipline", "我管不住手", "总是不按计划")]
    [InlineData(nameof(Intent.Exits), "I move my stop loss", "I exit too early", "I hold my losers", "我老是扛单", "止损总是放太近")]
    [InlineData(nameof(Intent.Fear), "I'm scared to take the trade", "I hesitate", "我不敢下单", "很焦虑")]
    [InlineData(nameof(Intent.Tilt), "I was so angry", "I went on tilt", "我心态崩了", "昨晚上头了")]
    [InlineData(nameof(Intent.Fomo), "FOMO got me", "I chase entries", "总是追高", "怕踏空")]
    [InlineData(nameof(Intent.Greeting), "hi", "Hello Wendy", "你好", "早上好")]
    [InlineData(nameof(Intent.Thanks), "thanks", "thank you so much", "谢谢你")]
    [InlineData(nameof(Intent.Capabilities), "what can you do?", "how can you help me", "你能做什么", "我可以问什么")]
    [InlineData(nameof(Intent.WhoAreYou), "who are you?", "are you an AI", "are you ChatGPT?", "你是真人吗", "你用的什么模型")]
    [InlineData(nameof(Intent.Import), "how do I import my trades", "如何导入交易")]
    [InlineData(nameof(Intent.Advice), "should I buy TSLA?", "will gold go up", "is NVDA a buy", "should I sell now", "我该买什么股票", "明天会涨吗", "要不要加仓", "推荐几只股票")]
    [InlineData(nameof(Intent.Overview), "how am I doing?", "show my statistics", "我的统计", "分析一下我的交易")]
    [InlineData(nameof(Intent.OffTopic), "what's the weather", "write a poem", "今天天气如何", "讲个笑话")]
    [InlineData(nameof(Intent.Unclear), "blue", "嗯", "")]
    public void Question_is_recognised(string expected, params string[] questions)
    {
        foreach (string question in questions)
        {
            IntentDetector.Detect(question).ToString().Should().Be(expected, question);
        }
    }

    [Fact]
    public void Question_below_one_that_failed_decides() =>
        IntentDetector.Detect("What is my win rate?\n\nShow my biggest losses").Should().Be(Intent.WorstTrades);

    [Theory]
    [InlineData("I want to kill myself")]
    [InlineData("I blew up my account and want to end it all")]
    [InlineData("there is no point in living")]
    [InlineData("I don't want to be alive")]
    [InlineData("我不想活了")]
    [InlineData("爆仓了，想死")]
    [InlineData("活不下去了")]
    public async Task Danger_is_answered_with_help_lines_and_no_figure(string text)
    {
        Journal journal = Journal.Losing();

        string answer = await journal.AskAsync(text);

        answer.Should().Contain("988").And.Contain("116 123").And.Contain("12356").And.NotContain("evidence:").And.NotContain("trade:");
        journal.Called.Should().BeEmpty();
    }

    [Theory]
    [InlineData("I blew up")]
    [InlineData("I killed my account, why do I lose?")]
    [InlineData("I'm dead after that trade")]
    [InlineData("fees are killing me")]
    [InlineData("that was a suicide trade")]
    [InlineData("dead cat bounce again")]
    [InlineData("亏死我了")]
    [InlineData("我又死扛了")]
    [InlineData("笑死")]
    public void Slang_of_traders_is_not_danger(string text) => CrisisScreen.Matches(text).Should().BeFalse();

    [Theory]
    [InlineData("为什么亏？", "en", "zh-CN")]
    [InlineData("Why do I lose money every week?", "zh-CN", "en")]
    [InlineData("win rate", "zh-CN", "zh-CN")]
    [InlineData("win rate", null, "en")]
    public void Answer_takes_the_language_of_the_question(string question, string? preferred, string expected) =>
        Languages.Choose(question, preferred).Should().Be(expected);
}
