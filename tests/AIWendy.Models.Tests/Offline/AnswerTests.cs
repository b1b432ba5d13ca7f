using System.Globalization;
using System.Text.RegularExpressions;
using AIWendy.Plugins.Models.Offline;
using Microsoft.Extensions.AI;
using Xunit.Abstractions;

namespace AIWendy.Models.Tests.Offline;

public sealed partial class AnswerTests(ITestOutputHelper output)
{
    private static readonly string[] Styles = ["empathetic", "disciplined", "analytical", "motivational", "socratic"];

    private static readonly string[] EnglishQuestions =
    [
        "Why do I lose money?", "What happens after a loss?", "What is my win rate?", "What is my profit factor?", "Do I have an edge?",
        "Is my average win smaller than my average loss?", "How deep was my drawdown?", "Show my biggest losses", "Show my biggest wins",
        "How did my last trades go?", "Is my position sizing ok?", "Do I trade too much?", "I keep breaking my rules", "I move my stop loss",
        "I am afraid to enter", "I was on tilt", "I had FOMO", "How am I doing?",
    ];

    private static readonly string[] ChineseQuestions =
    [
        "为什么我总是亏钱？", "亏损之后我会怎么样？", "我的胜率是多少？", "盈亏比怎么样？", "我的每笔期望是多少？", "平均盈利和平均亏损呢？",
        "最大回撤是多少？", "亏得最多的交易有哪些？", "赚得最多的是哪些？", "最近的交易怎么样？", "我的仓位合适吗？", "我是不是过度交易？",
        "我总是不守纪律", "我老是移动止损", "我不敢进场", "我上头了", "我怕踏空", "我做得怎么样？",
    ];

    public static TheoryData<string, string, string> Questions()
    {
        TheoryData<string, string, string> data = [];
        foreach (string style in Styles)
        {
            foreach (string question in EnglishQuestions)
            {
                data.Add("en", style, question);
            }

            foreach (string question in ChineseQuestions)
            {
                data.Add("zh-CN", style, question);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Answer_cites_numbers_of_the_tools_and_no_others(string language, string style, string question)
    {
        Journal journal = Journal.Losing();

        string answer = await journal.AskAsync(question, language, style);

        Evidence().Matches(answer).Count.Should().BeGreaterThanOrEqualTo(3, answer);
        NumbersIn(Links().Replace(answer, "$1")).Should().BeSubsetOf(NumbersOf(journal.Returned), answer);
        answer.Should().NotContain("{").And.NotContain("!").And.NotContain("！").And.NotContain("evil.test)").And.NotMatchRegex(@"\s{3,}| \n");
        answer.TrimEnd()[^1].Should().Be(language == "en" ? '?' : '？', answer);
        Han().IsMatch(answer).Should().Be(language == "zh-CN");
    }

    [Theory]
    [InlineData("en", "Why do I lose money?")]
    [InlineData("zh-CN", "为什么我总是亏钱？")]
    public async Task Why_do_I_lose_is_answered_in_a_readable_length_in_every_style(string language, string question)
    {
        List<string> answers = [];
        foreach (string style in Styles)
        {
            foreach (ChatMessage[] before in new ChatMessage[][] { [], [new(ChatRole.User, "hello"), new(ChatRole.Assistant, "Hello.")] })
            {
                string answer = await Journal.Losing().AskAsync(question, language, style, before);
                output.WriteLine($"--- {style}\n{answer}\n");
                answers.Add(answer);
                string plain = Links().Replace(answer, "$1");
                int length = language == "en" ? plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length : Han().Matches(plain).Count;
                output.WriteLine(length.ToString(CultureInfo.InvariantCulture));
                length.Should().BeInRange(language == "en" ? 120 : 150, language == "en" ? 220 : 420, answer);
                answer.Should().Contain("(trade:0198c0de-0000-7000-8000-000000000122)");
                answer.Should().Contain("[36.6%](evidence:reentry_after_loss_rate)").And.Contain("[−$2,594.68](evidence:reentry_after_loss_net)");
            }
        }

        answers.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Same_question_twice_is_not_answered_in_the_same_words()
    {
        string first = await Journal.Losing().AskAsync("Why do I lose?");
        string second = await Journal.Losing().AskAsync("Why do I lose?", "en", "empathetic", new(ChatRole.User, "Why do I lose?"), new(ChatRole.Assistant, first));

        second.Should().NotBe(first);
        first.Should().Contain("no language model").And.Contain("offline coach", because: "the first answer says what is talking");
        second.Should().NotContain("offline coach");
        (await Journal.Losing().AskAsync("Why do I lose?")).Should().Be(first, "the choice of words is not random");
    }

    [Theory]
    [InlineData("en", "Why do I lose?", "Import")]
    [InlineData("zh-CN", "为什么亏钱？", "导入")]
    public async Task Empty_journal_says_how_to_fill_it(string language, string question, string expected)
    {
        Journal journal = Journal.Losing().With("journal_statistics", """{"currency":null,"figures":{"trades":{"value":0,"unit":"count","n":0},"net_pnl":{"value":null,"unit":"money","n":0,"reason":"no_trades"}}}""");

        string answer = await journal.AskAsync(question, language);

        answer.Should().Contain(expected);
        NumbersIn(answer).Should().BeEmpty();
    }

    [Fact]
    public async Task Undefined_figure_is_explained_and_not_shown_as_a_number()
    {
        Journal journal = Journal.Losing().With("journal_statistics", """
            {"currency":"EUR","figures":{"trades":{"value":7,"unit":"count","n":7},"net_pnl":{"value":120.5,"unit":"money","n":7},
             "win_rate":{"value":100,"unit":"percent","n":7},"profit_factor":{"value":null,"unit":"ratio","n":7,"reason":"no_losses"},
             "expectancy":{"value":17.214,"unit":"money","n":7},"average_win":{"value":17.214,"unit":"money","n":7},
             "average_loss":{"value":null,"unit":"money","n":0,"reason":"no_losses"},"max_drawdown":{"value":0,"unit":"money","n":7}}}
            """);

        string answer = await journal.AskAsync("What is my profit factor?");

        answer.Should().Contain("Profit factor needs at least one loss").And.Contain("[€17.21](evidence:expectancy)");
        answer.Should().MatchRegex("(few trades|sample is small)");
        answer.Should().NotContain("NaN").And.NotContain("∞");
    }

    [Fact]
    public async Task Small_gap_after_losses_is_called_chance()
    {
        Journal journal = Journal.Losing().With("journal_after_loss", Journal.AfterLossJson.Replace("0.0003", "0.3100", StringComparison.Ordinal));

        string answer = await journal.AskAsync("What happens after a loss?");

        answer.Should().MatchRegex("chance");
    }

    [Fact]
    public async Task Too_few_trades_after_losses_are_not_judged()
    {
        Journal journal = Journal.Losing().With("journal_after_loss", """
            {"currency":"USD","figures":{"reentry_after_loss_rate":{"value":null,"unit":"percent","n":4,"reason":"too_few_trades"},
             "size_after_loss_ratio":{"value":null,"unit":"ratio","n":4,"reason":"too_few_trades"}},"trades":[]}
            """);

        string answer = await journal.AskAsync("What happens after a loss?");

        answer.Should().MatchRegex("too few trades");
    }

    [Fact]
    public async Task Coach_without_tools_says_that_it_may_not_read_the_journal()
    {
        string answer = await new Journal().AskAsync("Why do I lose?");

        answer.Should().Contain("may not read your journal");
        NumbersIn(answer).Should().BeEmpty();
    }

    [Fact]
    public async Task Failed_tools_are_admitted()
    {
        Journal journal = new Journal().With("journal_statistics", """{"error":{"code":"tool_failed","message":"The tool failed."}}""");

        (await journal.AskAsync("Why do I lose?")).Should().Contain("could not be read just now");
    }

    [Fact]
    public async Task Only_offered_tools_are_called()
    {
        Journal journal = Journal.Losing().Without("journal_after_loss").Without("journal_trades");

        string answer = await journal.AskAsync("Why do I lose?");

        journal.Called.Should().Equal("journal_statistics");
        answer.Should().Contain("[43.7%](evidence:win_rate)");
    }

    [Theory]
    [InlineData("Should I buy NVDA now?", "en", "not something I answer|no advice")]
    [InlineData("Will bitcoin go up?", "en", "not something I answer|no advice")]
    [InlineData("现在可以抄底吗？", "zh-CN", "不回答|不给")]
    [InlineData("茅台会涨吗", "zh-CN", "不回答|不给")]
    [InlineData("Write me a poem", "en", "outside what I can help|can not say anything useful")]
    [InlineData("今天天气怎么样", "zh-CN", "超出了|说不出")]
    [InlineData("Are you a real person?", "en", "offline coach")]
    [InlineData("你是谁？", "zh-CN", "离线教练")]
    [InlineData("What can you do?", "en", "no forecasts")]
    [InlineData("你好", "zh-CN", "你好")]
    [InlineData("asdf qwer zxcv?", "en", "not sure what you would like|did not catch")]
    public async Task Boundary_is_kept_without_touching_the_journal(string question, string language, string expected)
    {
        Journal journal = Journal.Losing();

        string answer = await journal.AskAsync(question, language);

        answer.Should().MatchRegex(expected);
        journal.Called.Should().BeEmpty();
        NumbersIn(answer).Should().BeEmpty();
    }

    [Fact]
    public async Task Remark_in_a_conversation_is_set_beside_the_journal()
    {
        string answer = await Journal.Losing().AskAsync(
            "I think I just wanted it to be over", "en", "socratic", new(ChatRole.User, "Why do I lose?"), new(ChatRole.Assistant, "What do you want back?"));

        answer.Should().Contain("(evidence:reentry_after_loss_rate)").And.EndWith("?");
    }

    [Fact]
    public async Task Text_streams_in_small_pieces_that_never_break_a_link()
    {
        using OfflineCoachClient client = new(TimeSpan.Zero, TimeProvider.System);
        Journal journal = Journal.Losing();
        List<ChatMessage> messages = [new(ChatRole.User, "Why do I lose?")];
        ChatResponse first = await client.GetResponseAsync(messages, journal.Options());
        messages.AddRange(first.Messages);
        messages.Add(new ChatMessage(ChatRole.Tool, [.. first.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()
            .Select(call => (AIContent)new FunctionResultContent(call.CallId, call.Name == "journal_statistics" ? """{"currency":"USD","figures":{"trades":{"value":3,"unit":"count","n":3},"net_pnl":{"value":-5,"unit":"money","n":3},"win_rate":{"value":33.3,"unit":"percent","n":3}}}""" : "{}"))]));

        List<string> pieces = [];
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(messages, journal.Options()))
        {
            pieces.Add(update.Text);
        }

        pieces.Should().HaveCountGreaterThan(20);
        pieces.Should().OnlyContain(piece => piece.Count(c => c == '[') == piece.Count(c => c == ']') && piece.Count(c => c == '(') == piece.Count(c => c == ')'));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Cutting_a_text_into_pieces_loses_nothing(string language)
    {
        foreach (KeyValuePair<string, IReadOnlyList<string>> section in Phrasebook.For(language).Sections)
        {
            string text = string.Join("\n\n", section.Value) + " [a b](trade:1)。[c](x) tail";
            string.Concat(WordStream.Split(text)).Should().Be(text, section.Key);
        }

        string.Concat(WordStream.Split("a [ broken ] (link 🙂 — “q”")).Should().Be("a [ broken ] (link 🙂 — “q”");
    }

    internal static IEnumerable<string> NumbersIn(string text) => Numbers().Matches(text).Select(match => match.Value).Distinct();

    /// <summary>Every number of the tools, in every rounding that the pages use.</summary>
    private static HashSet<string> NumbersOf(IEnumerable<string> results)
    {
        HashSet<string> known = [];
        foreach (Match match in RawNumbers().Matches(string.Join("\n", results)))
        {
            known.Add(match.Value);
            if (decimal.TryParse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value))
            {
                for (int decimals = 0; decimals <= 2; decimals++)
                {
                    known.Add(Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals, CultureInfo.InvariantCulture));
                }
            }
        }

        return known;
    }

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex RawNumbers();

    [GeneratedRegex(@"\]\((evidence|trade):")]
    private static partial Regex Evidence();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Han();
}
