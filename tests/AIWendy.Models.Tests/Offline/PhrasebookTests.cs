using System.Text.RegularExpressions;
using AIWendy.Plugins.Models.Offline;

namespace AIWendy.Models.Tests.Offline;

public sealed partial class PhrasebookTests
{
    [Fact]
    public void Both_languages_say_the_same_things() =>
        Phrasebook.For("zh-CN").Sections.Select(section => section.Key).Should().BeEquivalentTo(Phrasebook.For("en").Sections.Select(section => section.Key));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_style_has_words_of_its_own_for_the_same_things(string language)
    {
        ILookup<string, string> byStyle = Phrasebook.For(language).Sections
            .Where(section => section.Key.Contains('@', StringComparison.Ordinal))
            .ToLookup(section => section.Key.Split(" @")[1], section => section.Key.Split(" @")[0]);

        byStyle.Select(style => style.Key).Should().BeEquivalentTo("empathetic", "disciplined", "analytical", "motivational", "socratic");
        byStyle.Should().OnlyContain(style => style.OrderBy(key => key).SequenceEqual(byStyle.First().OrderBy(key => key)));
        Phrasebook.For(language).Sections.SelectMany(section => section.Value).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Lines_keep_to_the_copy_rules(string language)
    {
        foreach ((string key, IReadOnlyList<string> lines) in Phrasebook.For(language).Sections)
        {
            lines.Should().NotBeEmpty(key);
            foreach (string line in lines)
            {
                string text = Places().Replace(line, string.Empty);
                text.Should().NotMatchRegex(@"[0-9!！—]|--", key);
                (text.EndsWith('?') || text.EndsWith('？')).Should().Be(key.StartsWith("question.", StringComparison.Ordinal) || text.EndsWith('?') || text.EndsWith('？'), key);
                if (language == "zh-CN" && !key.StartsWith("label.", StringComparison.Ordinal))
                {
                    text.Should().NotMatchRegex(@"[,;?]|您", key);
                }
            }
        }
    }

    [Theory]
    [InlineData(1234.565, "USD", "$1,234.57")]
    [InlineData(-2594.68, "USD", "−$2,594.68")]
    [InlineData(-0.001, "USD", "$0.00")]
    [InlineData(1500, "JPY", "¥1,500")]
    [InlineData(12.5, "CHF", "CHF\u00a012.50")]
    [InlineData(-0.125, "USDT", "−0.125 USDT")]
    [InlineData(1000, "CNY", "¥1,000.00")]
    public void Money_is_written_as_on_the_pages(double value, string currency, string expected) =>
        NumberText.Money((decimal)value, currency).Should().Be(expected);

    [GeneratedRegex(@"\{[a-z_:]+\}")]
    private static partial Regex Places();
}
